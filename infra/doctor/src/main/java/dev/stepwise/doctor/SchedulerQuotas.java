package dev.stepwise.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/**
 * Whether Scheduler has room for the timers and keeps pace with the mails: for each mail one fires,
 * and the next one is made. The names are those of its user guide, "Quotas".
 */
record SchedulerQuotas(ServiceQuotas quotas, CloudWatchClient cloudWatch, Stack stack, Instant now)
    implements Check {
  private static final Duration LOOKED_BACK = Duration.ofDays(1);
  private static final double NEARLY_ALL = 0.8;

  @Override
  public List<Finding> look() {
    Collection<JsonNode> told = quotas.of("scheduler");
    return List.of(
        judged(told, "Invocations throttle limit", this::rate),
        judged(told, "CreateSchedule request rate", this::rate),
        judged(told, "Number of schedules", this::room));
  }

  private static Finding judged(
      Collection<JsonNode> told, String name, Function<JsonNode, Finding> judgement) {
    return told.stream()
        .filter(quota -> name(quota).startsWith(name))
        .findFirst()
        .map(judgement)
        .orElseGet(() ->
            Finding.note(
                "Scheduler: Service Quotas tells no " + name,
                "look at it in the console (Service Quotas, EventBridge Scheduler)"));
  }

  private Finding rate(JsonNode quota) {
    double wanted = stack.sendsPerSecond();
    String text =
        "Scheduler: %s is %.0f a second, mails leave at %.0f"
            .formatted(name(quota), value(quota), wanted);
    return value(quota) >= wanted ? Finding.good(text) : Finding.mend(text, ask(quota, wanted));
  }

  private Finding room(JsonNode quota) {
    double most = value(quota);
    OptionalDouble used = used(quota.path("UsageMetric"));
    if (used.isEmpty()) {
      return Finding.good("Scheduler: there is room for %.0f timers".formatted(most));
    }
    String text =
        "Scheduler: there are %.0f timers, and room for %.0f".formatted(used.getAsDouble(), most);
    return used.getAsDouble() < most * NEARLY_ALL
        ? Finding.good(text)
        : Finding.mend(text, ask(quota, most * 2));
  }

  /** By the metric that Service Quotas names for it, where it names one that has data. */
  private OptionalDouble used(JsonNode metric) {
    if (metric.path("MetricName").asText().isEmpty()) {
      return OptionalDouble.empty();
    }
    List<Dimension> dimensions =
        metric.path("MetricDimensions").properties().stream()
            .map(each ->
                Dimension.builder().name(each.getKey()).value(each.getValue().asText()).build())
            .toList();
    return cloudWatch
        .getMetricStatistics(ask ->
            ask.namespace(metric.path("MetricNamespace").asText())
                .metricName(metric.path("MetricName").asText())
                .dimensions(dimensions)
                .startTime(now.minus(LOOKED_BACK))
                .endTime(now)
                .period(Math.toIntExact(LOOKED_BACK.toSeconds()))
                .statistics(Statistic.MAXIMUM))
        .datapoints()
        .stream()
        .mapToDouble(point -> point.maximum())
        .max();
  }

  private static String ask(JsonNode quota, double wanted) {
    return "aws service-quotas request-service-quota-increase --service-code scheduler"
        + " --quota-code %s --desired-value %.0f"
            .formatted(quota.path("QuotaCode").asText(), wanted);
  }

  private static String name(JsonNode quota) {
    return quota.path("QuotaName").asText();
  }

  private static double value(JsonNode quota) {
    return quota.path("Value").asDouble();
  }
}
