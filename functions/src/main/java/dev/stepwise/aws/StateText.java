package dev.stepwise.aws;

import dev.stepwise.cadence.Due;
import dev.stepwise.cadence.Wait;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.State;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.task.TaskId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A state in one attribute: its name and what else it holds, parted by bars. The step and the due
 * time have attributes of their own.
 */
final class StateText {
  /** What the text of an active state begins with. */
  static final String ACTIVE = "active|";

  private StateText() {}

  static String write(State state) {
    return switch (state) {
      case State.Active s -> ACTIVE + s.due().why().wire() + late(s);
      case State.AwaitingTask s -> "awaiting_task|" + s.task().step();
      case State.Paused s -> {
        TaskId task = s.task();
        yield "paused|"
            + lower(s.reason())
            + "|"
            + s.rest()
            + "|"
            + (task == null ? "" : task.step());
      }
      case State.Finished _ -> "finished";
      case State.Stopped s -> "stopped|" + s.reason().wire();
      case State.Failed s -> "failed|" + s.kind().wire() + "|" + s.reason();
    };
  }

  static State read(Item item, EnrollmentId id) {
    String[] p = item.text(EnrollmentItem.STATE).split("\\|", 2);
    return switch (p[0]) {
      case "finished" -> new State.Finished();
      case "stopped" -> new State.Stopped(constant(item, StopReason.class, rest(item, p)));
      case "active" -> active(item, rest(item, p).split("\\|", 2));
      case "awaiting_task" -> new State.AwaitingTask(step(item), task(item, id, rest(item, p)));
      case "paused" -> paused(item, id, rest(item, p).split("\\|", -1));
      case "failed" -> failed(item, rest(item, p).split("\\|", 2));
      default -> throw item.unreadable(EnrollmentItem.STATE);
    };
  }

  /** The promised instant in milliseconds, where it is another than the due one. */
  private static String late(State.Active s) {
    return s.promised().equals(s.due().at()) ? "" : "|" + s.promised().toEpochMilli();
  }

  private static State active(Item item, String[] p) {
    Due due = new Due(item.instant(EnrollmentIndexes.DUE), constant(item, Wait.class, p[0]));
    return p.length == 1
        ? new State.Active(step(item), due)
        : new State.Active(step(item), due, Instant.ofEpochMilli(millis(item, p[1])));
  }

  private static long millis(Item item, String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException _) {
      throw item.unreadable(EnrollmentItem.STATE);
    }
  }

  private static State paused(Item item, EnrollmentId id, String[] p) {
    if (p.length != 3) {
      throw item.unreadable(EnrollmentItem.STATE);
    }
    try {
      return new State.Paused(
          step(item),
          Duration.parse(p[1]),
          p[2].isEmpty() ? null : task(item, id, p[2]),
          constant(item, State.Paused.Reason.class, p[0]));
    } catch (DateTimeException _) {
      throw item.unreadable(EnrollmentItem.STATE);
    }
  }

  private static State failed(Item item, String[] p) {
    return new State.Failed(step(item), constant(item, Wait.class, p[0]), rest(item, p));
  }

  private static int step(Item item) {
    return item.number(EnrollmentItem.STEP);
  }

  private static TaskId task(Item item, EnrollmentId id, String step) {
    return TaskId.of(id.value(), number(item, step));
  }

  private static String rest(Item item, String[] parts) {
    if (parts.length != 2) {
      throw item.unreadable(EnrollmentItem.STATE);
    }
    return parts[1];
  }

  /** A number in a text of this item. */
  static int number(Item item, String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException _) {
      throw item.unreadable("number");
    }
  }

  /** The constant that is stored in lower case. */
  static <E extends Enum<E>> E constant(Item item, Class<E> type, String lower) {
    try {
      return Enum.valueOf(type, lower.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw item.unreadable(type.getSimpleName());
    }
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
