package dev.stepwise.enrollment;

import dev.stepwise.cadence.Wait;
import dev.stepwise.pacing.Slots;
import java.time.Instant;

/**
 * When a new enrollment's first step is due, and the places of its mails among its sender's as far
 * ahead as can be foreseen: up to the first step that waits for a person.
 */
public record Itinerary(State.Active first, Slots slots) {

  /** A beginning at that step, not before that instant. */
  public record Start(Plan plan, EnrollmentId id, int step, Instant at, Wait why) {
    State.Active first() {
      return plan.begin(step, at, why);
    }
  }

  /** Of a sender whose mails need no places. */
  public static Itinerary free(Start start) {
    return new Itinerary(start.first(), Slots.NONE);
  }
}
