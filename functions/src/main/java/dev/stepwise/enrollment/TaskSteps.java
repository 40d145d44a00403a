package dev.stepwise.enrollment;

import dev.stepwise.enrollment.Change.TaskWrite;
import dev.stepwise.task.Task;
import dev.stepwise.task.TaskId;
import java.util.ArrayList;
import java.util.List;

/** How manual steps move an enrollment. Pure functions. */
public final class TaskSteps {
  private TaskSteps() {}

  /** The step is due: its task is created, and waited for if the step says so. */
  public static Change open(Enrollment e, Plan plan, Task task, boolean wait) {
    int step = task.id().step();
    List<TaskId> open = new ArrayList<>(e.openTasks());
    open.add(task.id());
    State next =
        wait ? new State.AwaitingTask(step, task.id()) : plan.after(e, step, task.createdAt());
    Entry entry = Entry.of(task.createdAt(), Entry.Type.TASK_CREATED, step, task.title());
    return Change.of(e, e.moved(next, entry).waitingFor(open)).with(new TaskWrite.Open(task));
  }

  /** The rep has done or skipped it: if the enrollment waits for it, the next delay begins. */
  public static Change close(Enrollment e, Plan plan, Task closed, By by) {
    TaskId id = closed.id();
    Entry.Type type =
        closed.state() == Task.State.SKIPPED ? Entry.Type.TASK_SKIPPED : Entry.Type.TASK_COMPLETED;
    Entry entry = by.entry(type, id.step(), closed.title());
    List<TaskId> open = e.openTasks().stream().filter(task -> !task.equals(id)).toList();
    Enrollment after =
        switch (e.state()) {
          case State.AwaitingTask s when s.task().equals(id) ->
              e.moved(plan.after(e, s.step(), by.at()), entry);
          case State.Paused s when id.equals(s.task()) ->
              e.moved(s.before(plan.after(e, s.step(), by.at()), by.at()), entry);
          case State.AwaitingTask _,
              State.Paused _,
              State.Active _,
              State.Failed _,
              State.Finished _,
              State.Stopped _ ->
              e.noted(entry);
        };
    return Change.of(e, after.waitingFor(open)).with(new TaskWrite.Close(id, closed.state()));
  }

  /** The rep will do it at another time. */
  public static Change reschedule(Enrollment e, Task moved, By by) {
    return Change.of(e, e.noted(rescheduled(moved, by)))
        .with(new TaskWrite.Reschedule(moved.id(), moved.dueAt()));
  }

  static Entry rescheduled(Task moved, By by) {
    return by.entry(Entry.Type.TASK_RESCHEDULED, moved.id().step(), moved.dueAt().toString());
  }
}
