package dev.stepwise.local.control;

import dev.stepwise.local.http.Reply;
import dev.stepwise.local.json.JsonObject;
import dev.stepwise.local.time.Agenda;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and moves virtual time. */
final class ClockControl {
  private static final Duration LONGEST = Duration.ofDays(3660);

  private final Agenda agenda;

  ClockControl(Agenda agenda) {
    this.agenda = agenda;
  }

  Reply read() {
    return now(agenda.now());
  }

  Reply move(JsonObject body) {
    if (body.has("advance") == body.has("to")) {
      throw Refusal.badContent("say either \"advance\":\"P3D\" or \"to\":\"2026-12-01T09:00:00Z\"");
    }
    return now(body.has("to") ? advanceTo(body.get("to")) : advance(body.get("advance")));
  }

  private Instant advance(@Nullable Object value) {
    try {
      var by = Duration.parse(String.valueOf(value));
      if (by.isNegative()) {
        throw Refusal.badContent("time does not go back: advance was " + value);
      }
      refuseTooFar(by);
      return agenda.advance(by);
    } catch (DateTimeParseException e) {
      throw Refusal.badContent("advance must be a duration such as P3D or PT2H, was " + value);
    }
  }

  private Instant advanceTo(@Nullable Object value) {
    try {
      var to = Instant.parse(String.valueOf(value));
      var now = agenda.now();
      if (to.isBefore(now)) {
        throw Refusal.badContent("time does not go back: it is " + now + ", to was " + value);
      }
      refuseTooFar(Duration.between(now, to));
      return agenda.advanceTo(to);
    } catch (DateTimeException e) {
      throw Refusal.badContent("to must be an instant such as 2026-12-01T09:00:00Z, was " + value);
    }
  }

  private static void refuseTooFar(Duration by) {
    if (by.compareTo(LONGEST) > 0) {
      throw Refusal.badContent("a jump is at most " + LONGEST.toDays() + " days");
    }
  }

  private static Reply now(Instant now) {
    return Reply.json(200, Map.of("now", now.toString()));
  }
}
