package dev.stepwise.aws;

import dev.stepwise.InvalidValueException;
import dev.stepwise.StepwiseException;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.json.Json;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.timer.StepDue;
import io.avaje.jsonb.JsonType;
import java.time.DateTimeException;
import java.time.Instant;

/** The codec of the messages that wake enrollments, on the queue and in a schedule's input. */
public final class StepDueJson {
  private static final int FORMAT = 1;
  private static final JsonType<StepDueMessage> TYPE = Codecs.type(StepDueMessage.class);

  private StepDueJson() {}

  public static String write(StepDue due) {
    return TYPE.toJson(
        new StepDueMessage(
            FORMAT,
            due.enrollment().value(),
            due.sequence().value(),
            due.version(),
            due.step(),
            due.generation(),
            due.due().toString()));
  }

  /** Reads a message; throws StepwiseException for anything that {@link #write} does not write. */
  public static StepDue read(String json) {
    try {
      StepDueMessage m = Json.read(TYPE, json);
      if (m.v() != FORMAT || m.version() < 1 || m.step() < 1 || m.generation() < 1) {
        throw new StepwiseException("a step-due message is not of format " + FORMAT);
      }
      return new StepDue(
          new EnrollmentId(m.enrollment()),
          new SequenceId(m.sequence()),
          m.version(),
          m.step(),
          m.generation(),
          Instant.parse(m.due()));
    } catch (DateTimeException | InvalidValueException | NullPointerException e) {
      throw new StepwiseException("a step-due message is unreadable", e);
    }
  }
}
