package dev.stepwise.task;

import dev.stepwise.InvalidValueException;
import java.util.regex.Pattern;

/**
 * A task's name: its enrollment's id, a hyphen and the step, so that a step makes one task only.
 */
public record TaskId(String value) {
  private static final Pattern SYNTAX = Pattern.compile("[0-9a-z]{1,32}-[0-9]{1,2}");

  public TaskId {
    if (!SYNTAX.matcher(value).matches()) {
      throw new InvalidValueException("must be a task id, as GET /tasks lists them");
    }
  }

  public static TaskId of(String enrollment, int step) {
    return new TaskId(enrollment + "-" + step);
  }

  /** The id of the enrollment that the task belongs to. */
  public String enrollment() {
    return value.substring(0, value.indexOf('-'));
  }

  /** The number of the step that the task is. */
  public int step() {
    return Integer.parseInt(value.substring(value.indexOf('-') + 1));
  }

  @Override
  public String toString() {
    return value;
  }
}
