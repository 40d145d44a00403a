package dev.stepwise.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Whether Scheduler had to put off timers, which is what too low a limit of theirs does. */
record Timers(CloudWatchClient cloudWatch, Instant now) implements Check {
  private static final Duration LOOKED_BACK = Duration.ofDays(7);

  @Override
  public List<Finding> look() {
    double throttled =
        cloudWatch
            .getMetricStatistics(ask ->
                ask.namespace("AWS/Scheduler")
                    .metricName("InvocationThrottleCount")
                    .startTime(now.minus(LOOKED_BACK))
                    .endTime(now)
                    .period(Math.toIntExact(LOOKED_BACK.toSeconds()))
                    .statistics(Statistic.SUM))
            .datapoints()
            .stream()
            .mapToDouble(point -> point.sum())
            .sum();
    return List.of(
        throttled == 0
            ? Finding.good("Scheduler: no timer of the last week was put off for want of quota")
            : Finding.mend(
                "Scheduler: %.0f timers of the last week were put off for want of quota"
                    .formatted(throttled),
                "ask for a higher Invocations throttle limit (Service Quotas, EventBridge Scheduler)"));
  }
}
