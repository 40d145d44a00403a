package dev.stepwise.local.demo;

import dev.stepwise.local.http.ApiClient;
import dev.stepwise.local.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * Enrolls a handful of contacts over the API, lets the weeks pass, and tells what happens; the
 * contacts answer as {@link Prospects}. Started again on the same data it goes on where it was.
 */
public final class Demo {
  private static final Duration JUMP = Duration.ofHours(6);
  private static final Duration LENGTH = Duration.ofDays(35);
  private static final Set<String> ENDED = Set.of("finished", "stopped", "failed");

  private final Api api;
  private final Path examples;
  private final Duration pause;
  private final PrintStream out;
  private final Scripts scripts;
  private final Prospects prospects;

  /** Where the system is: its API, the rep's token, its door for mail, a booking tool's secret. */
  public record Place(URI api, String token, String smtp, String bookingSecret) {}

  /**
   * Acts with the rep's token; {@code examples} holds sequence.json, contacts.csv and
   * prospects.csv; {@code pause} is for people to read along.
   */
  public Demo(Place place, Path examples, Duration pause, PrintStream out) throws IOException {
    this.api = new Api(new ApiClient(place.api(), place.token()));
    this.examples = examples;
    this.pause = pause;
    this.out = out;
    this.scripts = Scripts.read(examples.resolve("prospects.csv"));
    var clicks = new Clicks(new ApiClient(place.api(), ""), place.bookingSecret());
    this.prospects = new Prospects(api, place.smtp(), clicks, scripts);
  }

  /** Returns when every enrollment has ended. */
  public void run() throws IOException, InterruptedException {
    var opening = new Opening(api, examples, out);
    var sequence = opening.sequence();
    var timeline = new Timeline(new Story(api, scripts), out);
    var known = enrollments(sequence);
    timeline.skip(known);
    opening.enroll(sequence, known, scripts);
    out.println(
        "\nTime flies: six hours go by in a blink. Each line is in the contact's own time.\n");
    // What came just before the last run ended is worked first.
    var now = api.advance(Duration.ZERO);
    var end = now.plus(LENGTH);
    var all = enrollments(sequence);
    timeline.print(all);
    while (isAnyOpen(all) && now.isBefore(end)) {
      now = api.advance(prospects.untilNext(now, all, JUMP));
      all = enrollments(sequence);
      if (prospects.react(now, all)) {
        now = api.advance(Duration.ZERO);
        all = enrollments(sequence);
      }
      timeline.print(all);
      new Rep(api).work(now, all);
      Thread.sleep(pause);
    }
    summarize(all);
  }

  private List<JsonObject> enrollments(String sequence) {
    return api.list("/enrollments?sequence=" + sequence).stream()
        .map(enrollment -> api.get("/enrollments/" + enrollment.text("id")))
        .toList();
  }

  private static boolean isAnyOpen(List<JsonObject> enrollments) {
    return enrollments.stream().anyMatch(it -> !ENDED.contains(it.text("state")));
  }

  private void summarize(List<JsonObject> all) {
    out.printf("%nDone on %s: ", api.now().atZone(ZoneOffset.UTC).toLocalDate());
    out.println(new Summary(all).text());
    out.println("Without -Ddemo the system stays up for you to try: ./mvnw -Plocal");
  }

  /** Whom an enrollment is about. */
  static String email(JsonObject enrollment) {
    return enrollment.object("contact").text("email");
  }
}
