package dev.stepwise.aws;

import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Timers: what is due within a minute waits on the queue, anything later in EventBridge Scheduler,
 * whose precision is a minute.
 */
record AwsTimers(Queue queue, Supplier<Schedules> schedules) implements Timers {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Override
  public void arm(StepDue due, Instant now) {
    Duration left = Duration.between(now, due.due());
    if (left.compareTo(SOON) > 0) {
      schedules.get().create(due);
    } else {
      queue.send(
          StepDueJson.write(due), seconds(left), "the wake of enrollment " + due.enrollment());
    }
  }

  /** Rounded up, for a wake must not come before its time. */
  private static int seconds(Duration left) {
    return left.isPositive() ? Math.toIntExact(left.plusNanos(999_999_999).toSeconds()) : 0;
  }

  @Override
  public void queue(List<StepDue> due) {
    queue(due, Instant.EPOCH, Duration.ZERO);
  }

  /** SQS counts from its own now. */
  @Override
  public void queue(List<StepDue> due, Instant now, Duration over) {
    queue.sendAll(due.stream().map(StepDueJson::write).toList(), over);
  }
}
