package dev.stepwise.task;

import dev.stepwise.Page;
import dev.stepwise.contact.EmailAddress;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads tasks; they are written together with their enrollment. */
public interface Tasks {
  Optional<Task> find(TaskId id);

  /** Tasks of a sender in a state that are due before an instant, the earliest first. */
  Page<Task> list(Query query, @Nullable String cursor);

  /** Which tasks are wanted. */
  record Query(EmailAddress sender, Task.State state, Instant dueBefore) {
    /** True when this task is wanted. */
    public boolean matches(Task task) {
      return task.sender().equals(sender)
          && task.state() == state
          && task.dueAt().isBefore(dueBefore);
    }
  }
}
