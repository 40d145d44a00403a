package dev.stepwise.local.demo;

import dev.stepwise.local.http.ApiClient;
import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Enrolls a handful of contacts over the API, lets the weeks pass, and tells what happens. Started
 * again on the same data it goes on where it was.
 */
public final class Demo {
  private static final Duration JUMP = Duration.ofHours(6);
  private static final Duration PAUSE = Duration.ofMillis(170);
  private static final Duration LENGTH = Duration.ofDays(35);
  private static final Set<String> ENDED = Set.of("finished", "stopped", "failed");

  private final Api api;
  private final Path examples;
  private final PrintStream out = System.out;

  /** Acts with the rep's token; {@code examples} holds sequence.json and contacts.csv. */
  public Demo(URI api, String token, Path examples) {
    this.api = new Api(new ApiClient(api, token));
    this.examples = examples;
  }

  /** Returns when every enrollment has ended. */
  public void run() throws IOException, InterruptedException {
    var sequence = sequence();
    var timeline = new Timeline(api, out);
    var rep = new Rep(api);
    timeline.skip(enrollments(sequence));
    enroll(sequence);
    out.println(
        "\nTime flies: six hours go by in a blink. Each line is in the contact's own time.\n");
    timeline.print(enrollments(sequence));
    var end = api.now().plus(LENGTH);
    while (anyOpen(sequence) && api.now().isBefore(end)) {
      var now = api.advance(JUMP);
      var all = enrollments(sequence);
      timeline.print(all);
      rep.work(now, all);
      Thread.sleep(PAUSE);
    }
    summarize(sequence);
  }

  /** The sequence of an earlier run, or a new one. */
  private String sequence() throws IOException {
    var body = Files.readAllBytes(examples.resolve("sequence.json"));
    var name = Json.object(body).orElseThrow().text("name");
    for (var sequence : api.list("/sequences")) {
      if (sequence.text("name").equals(name)) {
        out.println("The sequence \"" + name + "\" is there already; going on with it.");
        return sequence.text("id");
      }
    }
    out.println("Creating the sequence \"" + name + "\".");
    return api.post("/sequences", body, "demo-sequence").text("id");
  }

  /** Enrolls those who were never enrolled: who has finished must not begin again. */
  private void enroll(String sequence) throws IOException {
    var known = enrollments(sequence).stream().map(Demo::email).collect(Collectors.toSet());
    var contacts =
        ContactsFile.read(examples.resolve("contacts.csv")).stream()
            .filter(contact -> !known.contains(String.valueOf(contact.get("email"))))
            .toList();
    if (contacts.isEmpty()) {
      return;
    }
    var body = Json.bytes(Map.of("sender", Rep.EMAIL, "contacts", contacts));
    var path = "/sequences/" + sequence + "/enrollments";
    for (var result : api.post(path, body, "demo-enroll-" + known.size()).objects("results")) {
      if (result.text("status").equals("rejected")) {
        out.println(result.text("email") + " rejected: " + result.text("reason"));
      }
    }
    out.println("Enrolled " + contacts.size() + " contacts, from Auckland to Chicago.");
  }

  private List<JsonObject> enrollments(String sequence) {
    return api.list("/enrollments?sequence=" + sequence).stream()
        .map(enrollment -> api.get("/enrollments/" + enrollment.text("id")))
        .toList();
  }

  private boolean anyOpen(String sequence) {
    return enrollments(sequence).stream()
        .anyMatch(enrollment -> !ENDED.contains(enrollment.text("state")));
  }

  private void summarize(String sequence) {
    var all = enrollments(sequence);
    out.printf(
        "%nDone on %s: %d contacts, %d emails sent, %d calls made, %d finished.%n",
        api.now().atZone(ZoneOffset.UTC).toLocalDate(),
        all.size(),
        countEntries(all, "sent"),
        countEntries(all, "task_completed"),
        all.stream().filter(it -> it.text("state").equals("finished")).count());
    out.println("Without -Ddemo the system stays up for you to try: ./mvnw -Plocal");
  }

  private static long countEntries(List<JsonObject> enrollments, String type) {
    return enrollments.stream()
        .flatMap(enrollment -> enrollment.objects("timeline").stream())
        .filter(entry -> entry.text("type").equals(type))
        .count();
  }

  private static String email(JsonObject enrollment) {
    return enrollment.object("contact").text("email");
  }
}
