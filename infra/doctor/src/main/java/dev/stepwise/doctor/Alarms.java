package dev.stepwise.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Whether the stack's alarms are there, tell somebody, and are off. */
record Alarms(CloudWatchClient cloudWatch, Stack stack) implements Check {
  @Override
  public List<Finding> look() {
    return stack.alarms().isEmpty()
        ? List.of(Finding.mend("Alarms: the stack has none", "deploy it with infra/alarms.yaml"))
        : alarms();
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
}
