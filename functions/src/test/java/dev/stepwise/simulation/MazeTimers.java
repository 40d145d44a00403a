package dev.stepwise.simulation;

import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Timers of a maze: by name once, to the second. One that is lost is a message that is lost. */
final class MazeTimers implements Timers {
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Maze maze;
  private final Functions functions;
  private final Set<String> names = new TreeSet<>();

  MazeTimers(Maze maze, Functions functions) {
    this.maze = maze;
    this.functions = functions;
  }

  @Override
  public void arm(StepDue due, Instant now) {
    boolean isNew = names.add(due.timerName());
    Instant at = due.due().isAfter(maze.now()) ? due.due() : maze.now();
    if (!due.due().isAfter(now.plus(SOON))) {
      functions.wake(due, at);
    } else if (isNew) {
      functions.wake(due, Instant.ofEpochSecond(at.plusNanos(999_999_999).getEpochSecond()));
    }
  }

  @Override
  public void queue(List<StepDue> due) {
    due.forEach(each -> functions.wake(each, maze.now()));
  }

  /** One enrollment is not many. */
  @Override
  public void queue(List<StepDue> due, Instant now, Duration over) {
    queue(due);
  }

  /** True when a timer of that name was set, or its message queued. */
  boolean isSet(StepDue due) {
    return names.contains(due.timerName());
  }

  @Override
  public String toString() {
    return names.toString();
  }
}
