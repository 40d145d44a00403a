package dev.stepwise.enrollment;

import dev.stepwise.task.TaskId;
import java.util.List;

/**
 * An enrollment that has ended becomes nobody's: its states, steps and times stay for the
 * sequence's sake; address, copy and what entries say of the person go, the tasks' words and the
 * message ids with them. A claim that is open stays, so that its mail is recorded.
 */
public record Erasure(
    Enrollment before, Enrollment after, List<TaskId> tasks, List<String> messageIds) {
  public Erasure {
    tasks = List.copyOf(tasks);
    messageIds = List.copyOf(messageIds);
  }

  /** The erasure of one that has ended: what goes on is stopped first. */
  public static Erasure of(Enrollment e) {
    if (!e.state().ended()) {
      throw new IllegalStateException("enrollment " + e.id() + " goes on: it cannot be erased");
    }
    return new Erasure(e, erased(e), tasks(e), messageIds(e));
  }

  private static Enrollment erased(Enrollment e) {
    return new Enrollment(
        e.facts().erased(),
        e.revision() + 1,
        e.generation(),
        e.attempt(),
        e.state(),
        e.claim(),
        null,
        e.openTasks(),
        Holds.NONE,
        e.timeline().stream().map(Entry::impersonal).toList());
  }

  private static List<TaskId> tasks(Enrollment e) {
    return e.timeline().stream()
        .filter(entry -> entry.type() == Entry.Type.TASK_CREATED)
        .map(entry -> TaskId.of(e.id().value(), entry.step()))
        .distinct()
        .toList();
  }

  private static List<String> messageIds(Enrollment e) {
    return e.timeline().stream()
        .filter(entry -> entry.type() == Entry.Type.SENT)
        .map(Entry::detail)
        .filter(id -> !id.isEmpty())
        .distinct()
        .toList();
  }
}
