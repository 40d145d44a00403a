package dev.stepwise.local.demo;

import dev.stepwise.local.json.JsonObject;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints what is new on the enrollments' timelines, one line an event, in order of time. */
final class Timeline {
  /** That mails arrive goes without saying; what a mail is follows right after it was heard. */
  private static final Set<String> UNSAID = Set.of("delivered", "heard");

  private final Story story;
  private final PrintStream out;
  private final Map<String, Integer> seen = new HashMap<>();

  Timeline(Story story, PrintStream out) {
    this.story = story;
    this.out = out;
  }

  /** Passes over what happened before, for a run that goes on after a restart. */
  void skip(List<JsonObject> enrollments) {
    enrollments.forEach(
        enrollment -> seen.put(enrollment.text("id"), enrollment.objects("timeline").size()));
  }

  void print(List<JsonObject> enrollments) {
    enrollments.stream()
        .flatMap(enrollment -> fresh(enrollment).stream())
        .sorted(Comparator.comparing(Line::at))
        .forEach(line -> out.println(line.text()));
    skip(enrollments);
  }

  private record Line(Instant at, String text) {}

  private List<Line> fresh(JsonObject enrollment) {
    var entries =
        enrollment.objects("timeline").stream()
            .skip(seen.getOrDefault(enrollment.text("id"), 0))
            .filter(entry -> !UNSAID.contains(entry.text("type")))
            .toList();
    var person = Person.of(enrollment);
    var lines = new ArrayList<Line>();
    for (var i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      var at = Instant.parse(entry.text("at"));
      if (story.isEffect(entries, i)) {
        continue; // told with its cause
      }
      var what = story.of(enrollment, entry, i + 1 < entries.size() ? entries.get(i + 1) : entry);
      lines.add(new Line(at, person.local(at) + "  " + person.label() + " " + what));
    }
    return lines;
  }
}
