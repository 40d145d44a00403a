package dev.stepwise.usecase;

import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.State;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Writes changes: the timer first, so that a crash leaves a timer too many, never one too few.
 * {@code stops} is told of each enrollment that has stopped.
 */
public record Commit(
    Enrollments enrollments, Timers timers, Places places, Consumer<StopReason> stops) {
  private static final System.Logger LOG = System.getLogger(Commit.class.getName());

  /** Nobody is told. */
  public Commit(Enrollments enrollments, Timers timers, Places places) {
    this(enrollments, timers, places, _ -> {});
  }

  /** Arms, then writes. */
  public void write(Change change, Instant now) {
    if (change.needsTimer()) {
      arm(change.after(), now);
    }
    save(change, now);
  }

  /** Arms, then writes even if arming failed: the mail is out, and the sweep finds what is due. */
  void settle(Change change, Instant now) {
    try {
      if (change.needsTimer()) {
        arm(change.after(), now);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "no timer for enrollment " + change.after().id(), e);
    }
    save(change, now);
  }

  /** Who has ended gives back the places of mails that will not leave. */
  private void save(Change change, Instant now) {
    enrollments.save(change);
    if (change.after().state().ended() && !change.before().state().ended()) {
      places.release(change.after(), now);
      if (change.after().state() instanceof State.Stopped(StopReason reason)) {
        stops.accept(reason);
      }
    }
  }

  /** Sets the timer that wakes this enrollment, if it is to be woken. */
  void arm(Enrollment e, Instant now) {
    if (e.state() instanceof State.Active active) {
      timers.arm(StepDue.of(e, active), now);
    }
  }
}
