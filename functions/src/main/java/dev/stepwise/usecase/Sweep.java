package dev.stepwise.usecase;

import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Enrollments.Overdue;
import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The second net: enrollments whose timer was lost, late or failed are put on the queue again. */
public final class Sweep {
  /** Timers are exact to a minute; what is later than this is overdue. */
  private static final Duration LATE = Duration.ofMinutes(2);

  /** How many one sweep queues at most; the next goes on. */
  private static final int MOST = 5_000;

  private final Enrollments enrollments;
  private final Timers timers;
  private final InstantSource clock;

  public Sweep(Enrollments enrollments, Timers timers, InstantSource clock) {
    this.enrollments = enrollments;
    this.timers = timers;
    this.clock = clock;
  }

  /** Queues what is overdue; how many that were. */
  public int sweep() {
    List<Overdue> overdue = enrollments.overdue(clock.instant().minus(LATE), MOST);
    timers.queue(overdue.stream().map(Sweep::wake).toList());
    return overdue.size();
  }

  private static StepDue wake(Overdue o) {
    return new StepDue(o.id(), o.sequence(), o.version(), o.step(), o.generation(), o.due());
  }
}
