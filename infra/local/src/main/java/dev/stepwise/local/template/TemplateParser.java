package dev.stepwise.local.template;

import dev.stepwise.local.aws.QueueSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** Picks the resources that the local system runs out of a template; it passes over the others. */
final class TemplateParser {
  private static final Duration SQS_DEFAULT_VISIBILITY = Duration.ofSeconds(30);

  private final Value template;
  private final Resolver resolver;

  TemplateParser(Value template, Resolver resolver) {
    this.template = template;
    this.resolver = resolver;
  }

  StackTemplate parse() {
    var functions = new FunctionParser(template, resolver);
    return new StackTemplate(
        resources("AWS::Serverless::Function").map(functions::parse).toList(),
        resources("AWS::SQS::Queue").map(this::queue).toList(),
        resources("AWS::DynamoDB::Table").map(this::table).toList(),
        resources("AWS::Scheduler::ScheduleGroup").map(entry -> nameOf(entry.getKey())).toList(),
        resources("AWS::S3::Bucket").map(entry -> nameOf(entry.getKey())).toList(),
        resources("AWS::SNS::Subscription").map(this::subscription).toList());
  }

  private Stream<Map.Entry<String, Value>> resources(String type) {
    return template.field("Resources").fields().entrySet().stream()
        .filter(entry -> entry.getValue().field("Type").equals(new Value.Text(type)))
        .filter(entry -> resolver.exists(entry.getValue(), entry.getKey()));
  }

  private String nameOf(String logicalId) {
    return resolver.named(logicalId, logicalId).name();
  }

  private CreateTableRequest table(Map.Entry<String, Value> resource) {
    var where = resource.getKey() + ".Properties";
    var properties = resource.getValue().field("Properties");
    return new TableParser(resolver, where).parse(nameOf(resource.getKey()), properties);
  }

  private QueueSpec queue(Map.Entry<String, Value> resource) {
    var where = resource.getKey() + ".Properties";
    var properties = resource.getValue().field("Properties");
    var visibility = properties.fields().get("VisibilityTimeout");
    var redrive = properties.fields().get("RedrivePolicy");
    return new QueueSpec(
        nameOf(resource.getKey()),
        visibility == null
            ? SQS_DEFAULT_VISIBILITY
            : Duration.ofSeconds(Numbers.of(resolver, visibility, where + ".VisibilityTimeout")),
        Optional.ofNullable(redrive).map(policy -> deadLetterName(policy, where)),
        redrive == null
            ? Integer.MAX_VALUE
            : Numbers.of(resolver, redrive.field("maxReceiveCount"), where + ".RedrivePolicy"));
  }

  private Subscription subscription(Map.Entry<String, Value> resource) {
    var where = resource.getKey() + ".Properties";
    var properties = resource.getValue().field("Properties");
    var endpoint = resolver.text(properties.field("Endpoint"), where + ".Endpoint");
    var topic = resolver.text(properties.field("TopicArn"), where + ".TopicArn");
    return new Subscription(topic, List.of(endpoint.split(":")).getLast(), events(topic));
  }

  /** What the event destinations of that topic match. */
  private Set<String> events(String topic) {
    return resources("AWS::SES::ConfigurationSetEventDestination")
        .map(resource ->
            resolver.resolve(
                resource.getValue().field("Properties").field("EventDestination"),
                resource.getKey() + ".Properties.EventDestination"))
        .filter(destination ->
            destination.field("SnsDestination").field("TopicARN").equals(new Value.Text(topic)))
        .flatMap(destination -> destination.field("MatchingEventTypes").items().stream())
        .map(type -> resolver.text(type, "MatchingEventTypes"))
        .collect(Collectors.toSet());
  }

  private String deadLetterName(Value policy, String where) {
    var arn =
        resolver.text(
            policy.field("deadLetterTargetArn"), where + ".RedrivePolicy.deadLetterTargetArn");
    return List.of(arn.split(":")).getLast();
  }
}
