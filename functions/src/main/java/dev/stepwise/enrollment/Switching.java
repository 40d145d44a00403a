package dev.stepwise.enrollment;

import dev.stepwise.cadence.Wait;
import dev.stepwise.enrollment.Change.TaskWrite;
import dev.stepwise.enrollment.Decision.Changed;
import dev.stepwise.enrollment.Switches.Off;
import dev.stepwise.task.Task;
import dev.stepwise.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the switches of its sequence, its sender and everything make of an enrollment. What a person
 * or a doubt has paused stays as it is. Pure functions.
 */
public final class Switching {
  private Switching() {}

  /**
   * That nothing of it is paused any longer: {@code who} turned the last switch on at {@code at},
   * and {@code share}, from 0 to below 1, is how far into the open hours a step goes that would
   * otherwise come with a crowd.
   */
  public record Back(String who, Instant at, double share) {}

  /** True when it is not yet as these switches want it. */
  public static boolean isDue(Enrollment e, Switches switches, Instant now) {
    return switch (e.state()) {
      case State.Active _, State.AwaitingTask _ -> switches.off(now).isPresent();
      case State.Paused s -> s.reason().isSwitch() && !switches.isOff(s.reason(), now);
      case State.Finished _, State.Stopped _, State.Failed _ -> false;
    };
  }

  /** It stands still for that switch, be it instead of another; the rest of its delay is kept. */
  public static Change paused(Enrollment e, Off off, Instant now) {
    State.Paused still =
        switch (e.state()) {
          case State.Active s -> still(s, off, now);
          case State.AwaitingTask s -> still(s.step(), Duration.ZERO, s.task(), off);
          case State.Paused s -> still(s.step(), s.rest(), s.task(), off);
          case State.Finished _, State.Stopped _, State.Failed _ ->
              throw new IllegalStateException("enrollment " + e.id() + " does not go on");
        };
    return Change.of(e, e.moved(still, told(still, off, now)));
  }

  /**
   * It goes on with what was left of its delay. Its open tasks are due later by as long as it stood
   * still, but for those that the rep has given another time since.
   */
  public static Change resumed(Enrollment e, Plan plan, List<Task> open, Back back, Instant now) {
    State.Paused s = (State.Paused) e.state();
    TaskId task = s.task();
    State next =
        task == null ? again(e, plan, s, back, now) : new State.AwaitingTask(s.step(), task);
    By by = new By(back.who, now);
    Enrollment after =
        e.moved(next, by.entry(Entry.Type.RESUMED, s.step(), s.reason().waits().wire()));
    return moved(e, after, later(e, open, back.at), by);
  }

  /** The same for a person's resume of one that stood still. */
  public static Decision withTasks(Decision resumed, List<Task> open, By by) {
    return resumed instanceof Changed(Change c) && c.before().state() instanceof State.Paused
        ? new Changed(moved(c.before(), c.after(), later(c.before(), open, by.at()), by))
        : resumed;
  }

  private static Change moved(Enrollment e, Enrollment after, List<Task> later, By by) {
    List<TaskWrite> writes = new ArrayList<>();
    Enrollment told = after;
    for (Task task : later) {
      writes.add(new TaskWrite.Reschedule(task.id(), task.dueAt()));
      told = told.with(TaskSteps.rescheduled(task, by));
    }
    return new Change(e, told, writes, null);
  }

  /** What has just begun, or is just to go on, stands still while a switch is off. */
  public static Enrollment under(Enrollment fresh, Switches switches, Instant now) {
    return switches
        .off(now)
        .filter(_ -> fresh.state() instanceof State.Active)
        .map(off -> {
          State.Paused still = still((State.Active) fresh.state(), off, now);
          return fresh.rather(still, told(still, off, now));
        })
        .orElse(fresh);
  }

  /** The same for what is decided. */
  public static Decision under(Decision decision, Switches switches, Instant now) {
    return decision instanceof Changed(Change c)
        ? new Changed(
            new Change(
                c.before(), under(c.after(), switches, now), c.tasks(), c.messageId(), c.contact()))
        : decision;
  }

  private static State.Paused still(State.Active s, Off off, Instant now) {
    return still(s.step(), Moves.rest(s, now), null, off);
  }

  private static State.Paused still(int step, Duration rest, @Nullable TaskId task, Off off) {
    return new State.Paused(step, rest, task, off.reason());
  }

  private static Entry told(State.Paused still, Off off, Instant now) {
    String why = still.reason().waits().wire();
    return new By(off.pause().by(), now).entry(Entry.Type.PAUSED, still.step(), why);
  }

  /** What was overdue, and what the closed window has gathered, would all come at once. */
  private static State.Active again(
      Enrollment e, Plan plan, State.Paused s, Back back, Instant now) {
    Instant wanted = back.at.plus(s.rest());
    Instant from = wanted.isBefore(now) ? now : wanted;
    State.Active next = plan.again(e, s.step(), from, Wait.DELAY);
    boolean crowded = s.rest().isZero() || !next.due().at().equals(wanted);
    return crowded ? plan.spread(next, back.share) : next;
  }

  private static List<Task> later(Enrollment e, List<Task> open, Instant end) {
    Instant since = standingSince(e);
    Duration length = Duration.between(since, end);
    return length.isNegative()
        ? List.of()
        : open.stream()
            .filter(task -> !isRescheduled(e, task, since))
            .map(task -> task.due(task.dueAt().plus(length)))
            .toList();
  }

  /** The first of the pauses in a row: one switch may have taken over from another. */
  private static Instant standingSince(Enrollment e) {
    Instant since = e.timeline().getLast().at();
    for (Entry entry : e.timeline().reversed()) {
      switch (entry.type()) {
        case PAUSED -> since = entry.at();
        case RESUMED, RETRIED, OUTCOME_TOLD, ENROLLED -> {
          return since;
        }
        default -> {}
      }
    }
    return since;
  }

  private static boolean isRescheduled(Enrollment e, Task task, Instant since) {
    return e.timeline().stream()
        .anyMatch(entry ->
            entry.type() == Entry.Type.TASK_RESCHEDULED
                && entry.step() == task.id().step()
                && entry.at().isAfter(since));
  }
}
