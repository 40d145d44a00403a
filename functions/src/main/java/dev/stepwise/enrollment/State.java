package dev.stepwise.enrollment;

import dev.stepwise.cadence.Due;
import dev.stepwise.cadence.Wait;
import dev.stepwise.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an enrollment stands; each state holds only what it needs. */
public sealed interface State {
  /**
   * The step is due at an instant; on hold when it waits for a date that the contact named. {@code
   * promised} is when it was due before anything stood in its way.
   */
  record Active(int step, Due due, Instant promised) implements State {
    /** A step that nothing stands in the way of yet. */
    public Active(int step, Due due) {
      this(step, due, due.at());
    }

    /** The same step, not late by what was only learnt at that instant. */
    Active notPromisedBefore(Instant at) {
      return promised.isBefore(at) ? new Active(step, due, at) : this;
    }

    /**
     * The same step later: late by what was promised, but for what only puts it off, an absence or
     * its sender's pace.
     */
    Active late(Active before) {
      return due.why() == Wait.HOLD || due.why().isPace() || before.step != step
          ? this
          : new Active(step, due, before.promised);
    }
  }

  /** The rep's task must be done before anything else comes. */
  record AwaitingTask(int step, TaskId task) implements State {}

  /** Stands still; {@code rest} is what is left of the delay, {@code task} what it waited for. */
  record Paused(int step, Duration rest, @Nullable TaskId task, Reason reason) implements State {
    /** This pause, standing still at what comes next instead; what has finished has finished. */
    State before(State next, Instant now) {
      return next instanceof Active active
          ? new Paused(active.step(), Duration.between(now, active.due().at()), null, reason)
          : next;
    }

    /** Why it stands still. */
    public enum Reason {
      /** A person said so. */
      BY_USER,
      /** Nobody can tell whether the mail of this step went out; the rep is asked. */
      UNKNOWN_SEND,
      /** An answer came of which nobody can tell what it says; the rep has to look. */
      UNCLEAR_ANSWER,
      /** It is too late for the step; the rep may resume it all the same. */
      EXPIRED,
      /** Its sequence is paused. */
      SEQUENCE,
      /** Its sender is paused. */
      SENDER,
      /** Everything is paused. */
      EVERYTHING,
      /** A guardrail has paused its sequence or its sender. */
      GUARDRAIL;

      /** What it waits for. */
      public Wait waits() {
        return switch (this) {
          case BY_USER -> Wait.PAUSED;
          case UNKNOWN_SEND -> Wait.UNKNOWN_SEND;
          case UNCLEAR_ANSWER -> Wait.UNCLEAR_ANSWER;
          case EXPIRED -> Wait.EXPIRED;
          case SEQUENCE -> Wait.SEQUENCE_PAUSED;
          case SENDER -> Wait.SENDER_PAUSED;
          case EVERYTHING -> Wait.EVERYTHING_PAUSED;
          case GUARDRAIL -> Wait.GUARDRAIL;
        };
      }

      /** True when it goes on by itself once a switch is turned on again. */
      public boolean isSwitch() {
        return switch (this) {
          case SEQUENCE, SENDER, EVERYTHING, GUARDRAIL -> true;
          case BY_USER, UNKNOWN_SEND, UNCLEAR_ANSWER, EXPIRED -> false;
        };
      }
    }
  }

  /** All steps are done. */
  record Finished() implements State {}

  /** Ended before its last step. */
  record Stopped(StopReason reason) implements State {}

  /** Cannot go on by itself: the reason names what is missing; a retry goes on. */
  record Failed(int step, Wait kind, String reason) implements State {
    /** This failure, before what comes next instead; what has finished has finished. */
    State before(State next) {
      return next instanceof Active active ? new Failed(active.step(), kind, reason) : next;
    }
  }

  /** True when no step can ever follow. */
  default boolean ended() {
    return this instanceof Finished || this instanceof Stopped;
  }

  /** The next step's number; none when it has ended. */
  default Optional<Integer> stepNumber() {
    return switch (this) {
      case Active s -> Optional.of(s.step());
      case AwaitingTask s -> Optional.of(s.step());
      case Paused s -> Optional.of(s.step());
      case Failed s -> Optional.of(s.step());
      case Finished _, Stopped _ -> Optional.empty();
    };
  }

  /** The name that the API gives it. */
  default String wire() {
    return switch (this) {
      case Active s -> s.due().why() == Wait.HOLD ? "held" : "active";
      case AwaitingTask _ -> "awaiting_task";
      case Paused _ -> "paused";
      case Finished _ -> "finished";
      case Stopped _ -> "stopped";
      case Failed _ -> "failed";
    };
  }
}
