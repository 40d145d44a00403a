package dev.stepwise.local.demo;

import dev.stepwise.local.json.JsonObject;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what is new on the enrollments' timelines, one line an event, in order of time. */
final class Timeline {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE dd MMM HH:mm", Locale.ENGLISH);

  private final Api api;
  private final PrintStream out;
  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<String, Integer> mails = new HashMap<>();

  Timeline(Api api, PrintStream out) {
    this.api = api;
    this.out = out;
  }

  /** Passes over what happened before, for a run that goes on after a restart. */
  void skip(List<JsonObject> enrollments) {
    enrollments.forEach(this::fresh);
  }

  void print(List<JsonObject> enrollments) {
    enrollments.stream()
        .flatMap(enrollment -> fresh(enrollment).stream())
        .sorted(Comparator.comparing(Line::at))
        .forEach(line -> out.println(line.text()));
  }

  private record Line(Instant at, String text) {}

  private List<Line> fresh(JsonObject enrollment) {
    var id = enrollment.text("id");
    var entries = enrollment.objects("timeline");
    var lines = new ArrayList<Line>();
    entries.stream()
        .skip(count(id))
        // Here every mail arrives.
        .filter(entry -> !entry.text("type").equals("delivered"))
        .forEach(entry -> lines.add(line(enrollment, entry)));
    seen.put(id, entries.size());
    return lines;
  }

  private int count(String id) {
    return seen.getOrDefault(id, 0);
  }

  private Line line(JsonObject enrollment, JsonObject entry) {
    var contact = enrollment.object("contact");
    var email = contact.text("email");
    var zone = contact.text("timeZone");
    var at = Instant.parse(entry.text("at"));
    var local = LOCAL.format(at.atZone(ZoneId.of(zone.isEmpty() ? "UTC" : zone)));
    var text =
        "%s %-17s %-24s %s"
            .formatted(local, zone.isEmpty() ? "UTC" : zone, email, what(email, entry));
    return new Line(at, text);
  }

  private String what(String email, JsonObject entry) {
    var step = entry.text("step");
    var detail = entry.text("detail");
    return switch (entry.text("type")) {
      case "sent" -> "email sent, step %s  \"%s\"".formatted(step, nextSubject(email));
      case "task_created" -> "task for the rep, step %s  %s".formatted(step, detail);
      case "task_completed" -> "task done, step %s".formatted(step);
      case "finished" -> "finished: no answer, all steps done";
      case String type -> (type.replace('_', ' ') + "  " + detail).strip();
    };
  }

  /** A contact's mails leave in the order of the entries that tell of them. */
  private String nextSubject(String email) {
    var sent = api.outbox(email);
    var index = mails.merge(email, 1, Integer::sum) - 1;
    return index < sent.size() ? sent.get(index).text("subject") : "";
  }
}
