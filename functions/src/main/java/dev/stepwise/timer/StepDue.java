package dev.stepwise.timer;

import dev.stepwise.enrollment.Claim;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.State;
import dev.stepwise.sequence.SequenceId;
import java.time.Instant;
import java.util.Objects;

/** The message that wakes an enrollment: its step is due in this generation. */
public record StepDue(
    EnrollmentId enrollment,
    SequenceId sequence,
    int version,
    int step,
    int generation,
    Instant due) {

  /** What must wake this enrollment in this state. */
  public static StepDue of(Enrollment e, State.Active state) {
    return new StepDue(
        e.id(),
        e.facts().sequence(),
        e.facts().version(),
        state.step(),
        e.generation(),
        state.due().at());
  }

  /** What makes step-fire look after the claim that this enrollment holds, now. */
  public static StepDue settling(Enrollment e) {
    Claim claim = Objects.requireNonNull(e.claim(), "no claim is open");
    return new StepDue(
        e.id(),
        e.facts().sequence(),
        e.facts().version(),
        claim.step(),
        e.generation(),
        claim.since());
  }

  /**
   * The timer's name: the same wake has the same name, so that it is set once. The due second is
   * rounded up, for a timer must not come before its time.
   */
  public String timerName() {
    return "%s-%d-%d-%d"
        .formatted(enrollment, step, generation, due.plusMillis(999).getEpochSecond());
  }
}
