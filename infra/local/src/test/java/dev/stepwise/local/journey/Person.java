package dev.stepwise.local.journey;

import dev.stepwise.local.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One enrollment as the API shows it, and whether an answer of the contact was taken. */
record Person(JsonObject enrollment, boolean answered) {

  String id() {
    return enrollment.text("id");
  }

  String address() {
    return enrollment.object("contact").text("email");
  }

  List<JsonObject> timeline() {
    return enrollment.objects("timeline");
  }

  /** When the answer was read. */
  Optional<Instant> repliedAt() {
    return timeline().stream()
        .filter(entry -> entry.text("type").equals("replied"))
        .map(entry -> Instant.parse(entry.text("at")))
        .findFirst();
  }

  boolean isAsked() {
    return enrollment.text("state").equals("paused")
        && enrollment.object("waitingFor").text("kind").equals("unknown_send");
  }

  /** Finished, stopped by an answer, or put before the rep by name. */
  boolean isSettled() {
    return isAsked()
        || switch (enrollment.text("state")) {
          case "finished" -> true;
          case "stopped" -> enrollment.text("reason").equals("replied") && repliedAt().isPresent();
          default -> false;
        };
  }

  /** How often it was decided that the step is sent though it may have been: by rule or rep. */
  long decisions(String step) {
    return timeline().stream()
        .filter(entry -> entry.text("step").equals(step))
        .filter(Person::isDecision)
        .count();
  }

  private static boolean isDecision(JsonObject entry) {
    var detail = entry.text("detail");
    return switch (entry.text("type")) {
      case "outcome_unknown" -> detail.equals("resend");
      case "outcome_told" -> detail.equals("send");
      default -> false;
    };
  }

  /** Whether the timeline names the mail at all: as sent, or in brackets. */
  boolean tells(String mail) {
    return timeline().stream()
        .map(entry -> entry.text("detail"))
        .anyMatch(detail -> detail.equals(mail) || detail.endsWith("<" + mail + ">"));
  }

  /** Whether SES's report came through: it names the first mail of a step by the step alone. */
  boolean isDelivered(String mail, String step) {
    return timeline().stream()
        .filter(entry -> entry.text("type").equals("delivered"))
        .anyMatch(entry ->
            entry.text("detail").endsWith("<" + mail + ">")
                || (entry.text("detail").isEmpty() && entry.text("step").equals(step)));
  }

  /** The ids of the mails that the timeline says were sent. */
  List<String> toldSent() {
    return timeline().stream()
        .filter(entry -> entry.text("type").equals("sent"))
        .map(entry -> entry.text("detail"))
        .toList();
  }
}
