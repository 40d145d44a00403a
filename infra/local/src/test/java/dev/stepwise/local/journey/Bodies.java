package dev.stepwise.local.journey;

import dev.stepwise.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Steps and contacts as a client writes them. */
final class Bodies {
  /** A window that never shuts. */
  static final Map<String, Object> AT_ALL_HOURS =
      Map.of(
          "days",
          List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"),
          "from",
          "00:00",
          "to",
          "24:00");

  private Bodies() {}

  static Map<String, Object> email(String delay, String subject) {
    return Map.of(
        "type",
        "email",
        "delay",
        delay,
        "subject",
        subject,
        "text",
        "Hello {{contact.firstName|there}}");
  }

  /** An email in the thread of the one before. */
  static Map<String, Object> reply(String delay, String text) {
    return Map.of("type", "email", "delay", delay, "thread", "reply", "text", text);
  }

  static Map<String, Object> call(String delay, boolean wait) {
    return Map.of(
        "type", "task",
        "task", "call",
        "delay", delay,
        "title", "Call {{contact.firstName|them}}",
        "waitForCompletion", wait);
  }

  /** Somebody whose zone is the sender's, UTC. */
  static Map<String, Object> contact(String email) {
    return Map.of("email", email);
  }

  static Map<String, Object> contact(String email, String firstName, String zone) {
    return Map.of("email", email, "firstName", firstName, "timeZone", zone);
  }

  /** The same with one more field. */
  static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
    var more = new LinkedHashMap<>(body);
    more.put(field, value);
    return more;
  }

  static Map<String, Object> without(Map<String, Object> body, String field) {
    var less = new LinkedHashMap<>(body);
    less.remove(field);
    return less;
  }

  /** A sequence of the rep's: a call that is waited for, then an email. */
  static String sequenceBody() {
    return text(Map.of("name", "Mine", "owner", Stepwise.REP, "steps", steps()));
  }

  static String enrollBody(String sender) {
    return text(Map.of("sender", sender, "contacts", List.of(contact("ada@refused.example"))));
  }

  static List<Map<String, Object>> steps() {
    return List.of(call("PT0S", true), email("P1D", "One"));
  }

  static String text(Map<String, ?> body) {
    return new String(Json.bytes(body), StandardCharsets.UTF_8);
  }
}
