package dev.stepwise.usecase;

import dev.stepwise.cadence.Wait;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.State;
import java.time.ZoneOffset;

/** What the rep is told of an enrollment whose mail was answered. */
final class Outcome {
  private Outcome() {}

  static String of(Enrollment e) {
    return switch (e.state()) {
      case State.Stopped s -> "sequence stopped: " + s.reason().wire();
      case State.Finished _ -> "the sequence had finished";
      case State.Active s when s.due().why() == Wait.HOLD ->
          "sequence held until " + s.due().at().atZone(ZoneOffset.UTC).toLocalDate();
      case State.Paused s when s.reason() == State.Paused.Reason.UNCLEAR_ANSWER ->
          "sequence paused: please look at this answer, then resume or stop it";
      case State.Paused _ -> "the sequence is paused";
      case State.Failed _ -> "the sequence has failed and waits for you";
      case State.Active _, State.AwaitingTask _ -> "the sequence goes on";
    };
  }
}
