package dev.stepwise.local.demo;

import dev.stepwise.local.json.JsonObject;
import java.time.Instant;
import java.util.Set;

/** Says in words what the engine did about an answer, as far as one can see from outside. */
record Effects(Api api) {
  private static final Set<String> TYPES = Set.of("stopped", "paused");

  /** True of an entry that tells what was done about the one before, if that is an answer. */
  static boolean isEffect(JsonObject entry) {
    return TYPES.contains(entry.text("type"));
  }

  /** What was done about an entry of that type, after which comes {@code next}. */
  String of(JsonObject enrollment, String type, JsonObject next) {
    var email = Demo.email(enrollment);
    return state(enrollment, type, next)
        + (api.isSuppressed(email) ? ", never written to again" : "")
        + (api.isForwarded(email) ? ", forwarded to you" : "");
  }

  private static String state(JsonObject enrollment, String type, JsonObject next) {
    if (isEffect(next)) {
      return "%s (%s)".formatted(next.text("type"), next.text("detail"));
    }
    if (type.equals("out_of_office") && enrollment.text("state").equals("held")) {
      var until = Instant.parse(enrollment.text("nextAt"));
      return "held until " + Person.of(enrollment).clock(until);
    }
    return "goes on";
  }
}
