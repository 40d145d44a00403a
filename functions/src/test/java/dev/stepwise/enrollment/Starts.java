package dev.stepwise.enrollment;

import dev.stepwise.cadence.Wait;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every kind of state, with and without an open claim where that can be, by a short name. */
final class Starts {
  private Starts() {}

  static Map<String, Enrollment> all() {
    Map<String, Enrollment> all = new LinkedHashMap<>();
    all.put("A2", EnrollmentExamples.activeAtStep(2));
    all.put("A2c", EnrollmentExamples.sendingStep(2));
    all.put("H2", EnrollmentExamples.heldAtStep(2));
    all.put("A3", EnrollmentExamples.activeAtStep(3));
    all.put("A4", EnrollmentExamples.activeAtStep(4));
    all.put("A4c", EnrollmentExamples.sendingStep(4));
    all.put("P2", EnrollmentExamples.pausedAtStep(2));
    all.put("P2c", EnrollmentExamples.pausedWhileSending(2));
    all.put("P4c", EnrollmentExamples.pausedWhileSending(4));
    all.put("P3t", EnrollmentExamples.pausedOverItsTask());
    all.put("Q2c", EnrollmentExamples.askingAtStep(2));
    all.put("Q4c", EnrollmentExamples.askingAtStep(4));
    all.put("U2", EnrollmentExamples.unclearAtStep(2));
    all.put("L2", EnrollmentExamples.tooLateForStep(2));
    all.put("S2", EnrollmentExamples.switchedOffAtStep(2));
    all.put("S2c", EnrollmentExamples.switchedOffWhileSending(2));
    all.put("S3t", EnrollmentExamples.switchedOffOverItsTask());
    all.put("W3t", EnrollmentExamples.awaitingItsTask());
    all.put("F2", EnrollmentExamples.failedAtStep(2));
    all.put("end", EnrollmentExamples.finished());
    all.put("X", EnrollmentExamples.stopped());
    all.put("Xc", EnrollmentExamples.stoppedWhileSending(2));
    return all;
  }

  private static String paused(State.Paused.Reason reason) {
    return switch (reason) {
      case BY_USER -> "P";
      case UNKNOWN_SEND -> "Q";
      case UNCLEAR_ANSWER -> "U";
      case EXPIRED -> "L";
      case SENDER -> "S";
      case SEQUENCE, EVERYTHING, GUARDRAIL -> "O";
    };
  }

  /** The short name of where an enrollment stands. */
  static String name(Enrollment e) {
    String state =
        switch (e.state()) {
          case State.Active s -> (s.due().why() == Wait.HOLD ? "H" : "A") + s.step();
          case State.Paused s -> paused(s.reason()) + s.step();
          case State.AwaitingTask s -> "W" + s.step();
          case State.Failed s -> "F" + s.step();
          case State.Finished _ -> "end";
          case State.Stopped _ -> "X";
        };
    return state + (e.openTasks().isEmpty() ? "" : "t") + (e.claim() == null ? "" : "c");
  }
}
