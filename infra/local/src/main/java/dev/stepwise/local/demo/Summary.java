package dev.stepwise.local.demo;

import dev.stepwise.local.json.JsonObject;
import java.util.List;

/** What became of everybody, in a few lines. */
record Summary(List<JsonObject> enrollments) {

  String text() {
    return """
    %d contacts, %d emails sent, %d calls made.
    Stopped at once: %d answered, %d booked or accepted a meeting, %d opted out, %d bounced.
    Went on to the end: %d without an answer, of whom %d was away and %d had a machine answer.\
    """
        .formatted(
            enrollments.size(),
            entries("sent"),
            entries("task_completed"),
            stopped("replied"),
            stopped("meeting_booked"),
            stopped("unsubscribed"),
            stopped("bounced"),
            finished(),
            finishedAfter("out_of_office"),
            finishedAfter("auto_replied"));
  }

  private long entries(String type) {
    return enrollments.stream()
        .flatMap(enrollment -> enrollment.objects("timeline").stream())
        .filter(entry -> entry.text("type").equals(type))
        .count();
  }

  private long stopped(String reason) {
    return enrollments.stream()
        .filter(it -> it.text("state").equals("stopped") && it.text("reason").equals(reason))
        .count();
  }

  private long finished() {
    return enrollments.stream().filter(Summary::isFinished).count();
  }

  private long finishedAfter(String type) {
    return enrollments.stream()
        .filter(Summary::isFinished)
        .filter(it -> it.objects("timeline").stream().anyMatch(e -> e.text("type").equals(type)))
        .count();
  }

  private static boolean isFinished(JsonObject enrollment) {
    return enrollment.text("state").equals("finished");
  }
}
