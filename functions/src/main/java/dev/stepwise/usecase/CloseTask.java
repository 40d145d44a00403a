package dev.stepwise.usecase;

import dev.stepwise.enrollment.By;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Decision;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.TaskSteps;
import dev.stepwise.task.Task;
import dev.stepwise.task.TaskId;
import dev.stepwise.task.Tasks;
import dev.stepwise.usecase.Refusal.Conflict;
import dev.stepwise.usecase.Refusal.Forbidden;
import dev.stepwise.usecase.Refusal.NotFound;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The rep completes, skips or reschedules a task; the enrollment goes on from there. */
public final class CloseTask {
  private static final String CLOSED = "the task was closed just now";
  private static final Answer<Task> OVERTAKEN = Answer.refused(new Conflict(CLOSED));

  private final Tasks tasks;
  private final MoveEnrollment move;

  public CloseTask(Tasks tasks, MoveEnrollment move) {
    this.tasks = tasks;
    this.move = move;
  }

  public Answer<Task> complete(TaskId id, Authority who) {
    return close(id, Task.State.COMPLETED, who);
  }

  public Answer<Task> skip(TaskId id, Authority who) {
    return close(id, Task.State.SKIPPED, who);
  }

  public Answer<Task> reschedule(TaskId id, Instant dueAt, Authority who) {
    return whileOpen(
        id,
        who,
        Task.State.OPEN,
        task -> {
          Task later = task.due(dueAt);
          return write(
              later, who, (file, by) -> TaskSteps.reschedule(file.enrollment(), later, by));
        });
  }

  private Answer<Task> close(TaskId id, Task.State state, Authority who) {
    return whileOpen(
        id,
        who,
        state,
        task -> {
          Task closed = task.in(state);
          return write(
              closed,
              who,
              (file, by) -> TaskSteps.close(file.enrollment(), file.plan(), closed, by));
        });
  }

  /** A task that is in the wanted state already is answered as it is. */
  private Answer<Task> whileOpen(
      TaskId id, Authority who, Task.State wanted, Function<Task, Answer<Task>> work) {
    Optional<Task> task = tasks.find(id);
    if (task.isEmpty()) {
      return Answer.refused(new NotFound("task " + id));
    }
    if (!who.mayActFor(task.get().sender())) {
      return Answer.refused(new Forbidden("this task is another sender's"));
    }
    Answer<Task> answer =
        task.get().state() == Task.State.OPEN ? work.apply(task.get()) : closed(task.get(), wanted);
    return answer.equals(OVERTAKEN) ? closed(tasks.find(id).orElseThrow(), wanted) : answer;
  }

  private static Answer<Task> closed(Task task, Task.State wanted) {
    return task.state() == wanted
        ? Answer.done(task)
        : Answer.refused(new Conflict("the task is " + task.state().wire() + " already"));
  }

  /** Decided on the enrollment as it is when written: a task closed meanwhile stays as it is. */
  private Answer<Task> write(Task after, Authority who, BiFunction<CaseFile, By, Change> change) {
    EnrollmentId id = new EnrollmentId(after.id().enrollment());
    return move.change(
            id,
            who,
            (file, by) ->
                file.enrollment().openTasks().contains(after.id())
                    ? new Decision.Changed(change.apply(file, by))
                    : new Decision.Refused(CLOSED))
        .then(_ -> Answer.done(after));
  }
}
