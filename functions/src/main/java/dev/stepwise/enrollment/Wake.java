package dev.stepwise.enrollment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a timer finds when it wakes an enrollment. */
public sealed interface Wake {
  /** How long before its due time a step may be done: timers and clocks are not that exact. */
  Duration TOLERANCE = Duration.ofSeconds(5);

  /** The write that the timer was set for is not there yet. */
  record Early() implements Wake {}

  /** The enrollment has moved on. */
  record Stale() implements Wake {}

  /** The step is due later. */
  record NotYet(Enrollment enrollment) implements Wake {}

  /** The step is due, but a mail that came is not judged yet. */
  record Reading() implements Wake {}

  /** The step is due now. */
  record Ready(Enrollment enrollment) implements Wake {}

  /** Another step-fire holds the claim. */
  record InFlight() implements Wake {}

  /** SES has told that it accepted the mail of the claim that is open. */
  record Accepted(Enrollment enrollment, Claim claim, String messageId) implements Wake {}

  /** A claim has been open for longer than the grace. */
  record OutcomeUnknown(Enrollment enrollment) implements Wake {}

  /** The timer that wakes: the step and the generation that it was set for. */
  record Timer(int step, int generation) {}

  /**
   * What a timer finds. A timer that was set for a write which then lost a race may have the
   * generation of the write that won, so that the step counts too.
   */
  static Wake of(@Nullable Enrollment e, Timer timer, Instant now, Duration grace) {
    int generation = timer.generation();
    if (e == null || generation > e.generation()) {
      return new Early();
    }
    Claim claim = e.claim();
    if (claim != null && claim.messageId() != null) {
      return new Accepted(e, claim, claim.messageId());
    }
    if (claim != null && !Moves.isAsking(e)) {
      return claim.since().plus(grace).isAfter(now) ? new InFlight() : new OutcomeUnknown(e);
    }
    if (generation < e.generation()
        || !(e.state() instanceof State.Active active)
        || active.step() != timer.step()) {
      return new Stale();
    }
    if (e.isReading()) {
      return new Reading();
    }
    return active.due().at().isAfter(now.plus(TOLERANCE)) ? new NotYet(e) : new Ready(e);
  }
}
