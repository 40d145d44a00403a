package dev.stepwise.aws;

import dev.stepwise.InvalidValueException;
import dev.stepwise.StepwiseException;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.timer.StepDue;
import io.avaje.json.JsonException;
import io.avaje.jsonb.JsonType;
import java.time.DateTimeException;
import java.time.Instant;

/** The codec of the messages that wake enrollments, on the queue and in a schedule's input. */
public final class StepDueJson {
  private static final int FORMAT = 1;
  private static final JsonType<StepDueMessage> TYPE = Json.type(StepDueMessage.class);

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
      StepDueMessage m = TYPE.fromJson(json);
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
    } catch (JsonException | DateTimeException | InvalidValueException | NullPointerException e) {
      throw new StepwiseException("a step-due message is unreadable", e);
    }
  }
}
