package dev.stepwise.local.demo;

import dev.stepwise.local.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Says an entry of a timeline in words: what came, and what the engine did about it. */
final class Story {
  private static final Set<String> CAUSES =
      Set.of(
          "replied",
          "auto_replied",
          "out_of_office",
          "left_company",
          "opted_out",
          "meeting",
          "unclear_answer",
          "bounced",
          "complained");

  private final Api api;
  private final Scripts scripts;
  private final Effects effects;

  Story(Api api, Scripts scripts) {
    this.api = api;
    this.scripts = scripts;
    this.effects = new Effects(api);
  }

  /** True of an entry that tells what the engine did about the one before. */
  boolean isEffect(List<JsonObject> entries, int index) {
    return index > 0
        && Effects.isEffect(entries.get(index))
        && CAUSES.contains(entries.get(index - 1).text("type"));
  }

  /** The entry in words, with its effect if that is the next one. */
  String of(JsonObject enrollment, JsonObject entry, JsonObject next) {
    var type = entry.text("type");
    return CAUSES.contains(type)
        ? cause(enrollment, entry) + "  → " + effects.of(enrollment, type, next)
        : event(enrollment, entry);
  }

  private String event(JsonObject enrollment, JsonObject entry) {
    var step = entry.text("step");
    var detail = entry.text("detail");
    return switch (entry.text("type")) {
      case "enrolled" -> "enrolled" + firstMail(enrollment);
      case "sent" -> "step %s, email sent: \"%s\"".formatted(step, subject(enrollment, step));
      case "task_created" -> "step %s, task for you: %s".formatted(step, detail);
      case "task_completed" -> "step %s, you did the task".formatted(step);
      case "finished" -> "finished: all steps done, no answer";
      case String type -> (type.replace('_', ' ') + "  " + detail).strip();
    };
  }

  private String cause(JsonObject enrollment, JsonObject entry) {
    var said = said(enrollment, entry);
    return switch (entry.text("type")) {
      case "replied" -> "answered: " + said;
      case "auto_replied" -> "sent a machine's answer: " + said;
      case "out_of_office" -> "is away: " + said;
      case "opted_out" ->
          entry.text("by").equals("contact")
              ? "opted out (" + entry.text("detail") + ")"
              : "opted out in words: " + said;
      case "meeting" ->
          entry.text("by").equals("engine")
              ? "accepted a meeting by calendar"
              : "booked a meeting by the link in the mail";
      case "bounced" -> "cannot be reached, the mail bounced: " + entry.text("detail");
      case String type -> (type.replace('_', ' ') + "  " + entry.text("detail")).strip();
    };
  }

  /** A prospect's own words, else what the engine has noted of them. */
  private String said(JsonObject enrollment, JsonObject entry) {
    var said = scripts.of(Demo.email(enrollment)).said(Instant.parse(entry.text("at")));
    return said.isEmpty() ? entry.text("detail") : "\"" + said + "\"";
  }

  private static String firstMail(JsonObject enrollment) {
    return enrollment.text("state").equals("active") && enrollment.text("step").equals("1")
        ? ", to be written to on "
            + Person.of(enrollment).clock(Instant.parse(enrollment.text("nextAt")))
        : "";
  }

  private String subject(JsonObject enrollment, String step) {
    return api.mailOf(enrollment, step).map(mail -> mail.text("subject")).orElse("");
  }
}
