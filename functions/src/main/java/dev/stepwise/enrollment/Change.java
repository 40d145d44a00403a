package dev.stepwise.enrollment;

import dev.stepwise.contact.Contact;
import dev.stepwise.task.Task;
import dev.stepwise.task.TaskId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One write, whole or not at all: an enrollment before and after, what happens to its tasks, the id
 * of the message that was sent, to find the enrollment by it later, and what is newly known of its
 * contact.
 */
public record Change(
    Enrollment before,
    Enrollment after,
    List<TaskWrite> tasks,
    @Nullable String messageId,
    @Nullable Contact contact) {
  public Change {
    tasks = List.copyOf(tasks);
  }

  Change(Enrollment before, Enrollment after, List<TaskWrite> tasks, @Nullable String messageId) {
    this(before, after, tasks, messageId, null);
  }

  static Change of(Enrollment before, Enrollment after) {
    return new Change(before, after, List.of(), null);
  }

  Change with(TaskWrite task) {
    return new Change(before, after, List.of(task), messageId);
  }

  Change with(Contact news) {
    return new Change(before, after, tasks, messageId, news);
  }

  /** True when nothing but the enrollment itself is written. */
  public boolean isAlone() {
    return tasks.isEmpty() && messageId == null && contact == null;
  }

  /** True when a timer must be set before this is written. */
  public boolean needsTimer() {
    return after.state() instanceof State.Active && after.generation() > before.generation();
  }

  /** What happens to one task in this write. */
  public sealed interface TaskWrite {
    /** It is created. */
    record Open(Task task) implements TaskWrite {}

    /** It is completed, skipped or cancelled. */
    record Close(TaskId id, Task.State state) implements TaskWrite {}

    /** It is due at another time. */
    record Reschedule(TaskId id, Instant dueAt) implements TaskWrite {}
  }
}
