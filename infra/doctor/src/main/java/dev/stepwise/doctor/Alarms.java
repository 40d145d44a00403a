package dev.stepwise.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/**
 * The stack's alarms, and whether Scheduler had to put off timers: its quotas have no call of their
 * own, and this is what too small ones do.
 */
record Alarms(CloudWatchClient cloudWatch, Stack stack, Instant now) implements Check {
  private static final Duration LOOKED_BACK = Duration.ofDays(7);

  @Override
  public List<Finding> look() {
    List<Finding> found = new ArrayList<>();
    if (stack.alarms().isEmpty()) {
      found.add(Finding.mend("Alarms: the stack has none", "deploy it with infra/alarms.yaml"));
    } else {
      found.addAll(alarms());
    }
    found.add(throttledTimers());
    return found;
  }

  private List<Finding> alarms() {
    Map<String, MetricAlarm> there =
        cloudWatch
            .describeAlarms(ask -> ask.alarmNames(stack.alarms().values()).maxRecords(100))
            .metricAlarms()
            .stream()
            .collect(Collectors.toMap(MetricAlarm::alarmName, Function.identity()));
    List<Finding> found = new ArrayList<>();
    stack
        .alarms()
        .forEach((logical, name) -> {
          MetricAlarm alarm = there.get(name);
          if (alarm == null) {
            found.add(Finding.mend("Alarms: " + logical + " is gone", "deploy the stack again"));
          } else if (alarm.stateValue() == StateValue.ALARM) {
            found.add(
                Finding.mend(
                    "Alarms: " + logical + " is on", String.valueOf(alarm.alarmDescription())));
          } else if (!Boolean.TRUE.equals(alarm.actionsEnabled())) {
            found.add(
                Finding.mend(
                    "Alarms: " + logical + " tells nobody",
                    "aws cloudwatch enable-alarm-actions --alarm-names " + name));
          }
        });
    return found.isEmpty()
        ? List.of(Finding.good("Alarms: %d, none is on".formatted(there.size())))
        : found;
  }

  private Finding throttledTimers() {
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
    return throttled == 0
        ? Finding.good("Scheduler: no timer of the last week was put off for want of quota")
        : Finding.mend(
            "Scheduler: %.0f timers of the last week were put off for want of quota"
                .formatted(throttled),
            "ask for a higher invocations throttle limit (Service Quotas, EventBridge Scheduler)");
  }
}
