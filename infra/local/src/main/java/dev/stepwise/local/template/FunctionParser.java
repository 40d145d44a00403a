package dev.stepwise.local.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads functions: globals first, then what the function says itself. */
final class FunctionParser {
  private static final int LAMBDA_DEFAULT_TIMEOUT = 3;
  private static final int SQS_DEFAULT_BATCH_SIZE = 10;
  private static final int SQS_MAXIMUM_CONCURRENCY = 1000;
  private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

  private final Value globals;
  private final Resolver resolver;

  FunctionParser(Value template, Resolver resolver) {
    this.globals = template.field("Globals").field("Function");
    this.resolver = resolver;
  }

  FunctionSpec parse(Map.Entry<String, Value> resource) {
    var name = resource.getKey();
    var properties = resource.getValue().field("Properties");
    var timeout = setting(properties, "Timeout");
    return new FunctionSpec(
        name,
        resolver.text(setting(properties, "Handler"), name + ".Handler"),
        Duration.ofSeconds(
            timeout.equals(new Value.Fields(Map.of()))
                ? LAMBDA_DEFAULT_TIMEOUT
                : Numbers.of(resolver, timeout, name + ".Timeout")),
        environment(name, properties),
        triggers(name, properties.field("Events")),
        onFailure(name, properties.field("EventInvokeConfig")));
  }

  /** What Lambda tells of it, and the alias that SAM leads to its newest version. */
  Map<String, Object> told(String name, Value properties) {
    return Map.of(
        "Alias", resolver.resolve(setting(properties, "AutoPublishAlias"), name).plain(),
        "Environment", Map.of("Variables", variables(name, properties)));
  }

  private Optional<String> onFailure(String function, Value config) {
    var failure = config.field("DestinationConfig").field("OnFailure");
    return failure.fields().isEmpty()
        ? Optional.empty()
        : Optional.of(
            queueName(
                resolver.text(failure.field("Destination"), function + ".EventInvokeConfig")));
  }

  private static String queueName(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }

  private Value setting(Value properties, String name) {
    return properties.fields().containsKey(name) ? properties.field(name) : globals.field(name);
  }

  private Map<String, String> environment(String name, Value properties) {
    var environment = variables(name, properties);
    environment.put("AWS_REGION", Surroundings.REGION);
    environment.put("AWS_LAMBDA_FUNCTION_NAME", Surroundings.STACK + "-" + name);
    return Map.copyOf(environment);
  }

  private Map<String, String> variables(String name, Value properties) {
    var variables = new LinkedHashMap<String, String>();
    for (var owner : List.of(globals, properties)) {
      owner
          .field("Environment")
          .field("Variables")
          .fields()
          .forEach((key, value) ->
              variables.put(key, resolver.text(value, name + ".Environment." + key)));
    }
    return variables;
  }

  private List<Trigger> triggers(String function, Value events) {
    return events.fields().entrySet().stream()
        .map(event -> trigger(function + ".Events." + event.getKey(), event.getValue()))
        .toList();
  }

  private Trigger trigger(String where, Value event) {
    var type = resolver.text(event.field("Type"), where + ".Type");
    var properties = event.field("Properties");
    return switch (type) {
      case "HttpApi" -> route(where, properties);
      case "SQS" -> queue(where, properties);
      case "Schedule" -> every(where, properties);
      default -> throw new TemplateException(where, "events of type " + type + " do not run here");
    };
  }

  private Trigger.Route route(String where, Value properties) {
    var open = properties.field("Auth").field("Authorizer").equals(new Value.Text("NONE"));
    return new Trigger.Route(
        resolver.text(properties.field("Method"), where + ".Method").toUpperCase(Locale.ROOT),
        resolver.text(properties.field("Path"), where + ".Path"),
        open);
  }

  private Trigger.Queue queue(String where, Value properties) {
    var scaling = properties.field("ScalingConfig").fields().get("MaximumConcurrency");
    var batchSize = properties.fields().get("BatchSize");
    return new Trigger.Queue(
        resolver.text(properties.field("Queue"), where + ".Queue"),
        batchSize == null
            ? SQS_DEFAULT_BATCH_SIZE
            : Numbers.of(resolver, batchSize, where + ".BatchSize"),
        scaling == null
            ? SQS_MAXIMUM_CONCURRENCY
            : Numbers.of(resolver, scaling, where + ".ScalingConfig"));
  }

  private Trigger.Every every(String where, Value properties) {
    var text = resolver.text(properties.field("Schedule"), where + ".Schedule");
    var rate = RATE.matcher(text);
    if (!rate.matches()) {
      throw new TemplateException(where, "\"" + text + "\" should be rate(5 minutes) or the like");
    }
    var count = Long.parseLong(Objects.requireNonNull(rate.group(1)));
    return new Trigger.Every(
        where,
        switch (Objects.requireNonNull(rate.group(2))) {
          case "minute" -> Duration.ofMinutes(count);
          case "hour" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }
}
