package dev.stepwise.local.aws.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stepwise.local.aws.http.Refusal;
import dev.stepwise.local.store.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What CloudFormation and others tell of a stack and those nested in it, each as its API has it.
 */
record StackAnswers(List<StackSpec> stacks) {
  private static final String MADE = "2026-11-23T09:00:00Z";

  ObjectNode describeStacks(String name) throws Refusal {
    var stack = stack(name);
    var out = Json.object();
    var told = out.putArray("Stacks").addObject();
    told.put("StackName", stack.name()).put("StackId", stack.id());
    told.put("StackStatus", "CREATE_COMPLETE").put("CreationTime", MADE);
    pairs(told.putArray("Parameters"), "Parameter", stack.parameters());
    pairs(told.putArray("Outputs"), "Output", stack.outputs());
    return out;
  }

  ObjectNode listStackResources(String name) throws Refusal {
    var out = Json.object();
    var summaries = out.putArray("StackResourceSummaries");
    for (var each : stack(name).resources()) {
      summaries
          .addObject()
          .put("LogicalResourceId", each.logicalId())
          .put("PhysicalResourceId", each.physicalId())
          .put("ResourceType", each.type())
          .put("ResourceStatus", "CREATE_COMPLETE")
          .put("LastUpdatedTimestamp", MADE);
    }
    return out;
  }

  /** Every one is confirmed: nobody mails links from here. */
  ObjectNode listSubscriptionsByTopic(String topic) {
    var out = Json.object();
    var subscriptions = out.putArray("Subscriptions");
    ofType("AWS::SNS::Subscription")
        .filter(each -> each.properties().path("TopicArn").asText().equals(topic))
        .forEach(each ->
            subscriptions
                .addObject()
                .put("TopicArn", topic)
                .put("Protocol", each.properties().path("Protocol").asText())
                .put("Endpoint", each.properties().path("Endpoint").asText())
                .put("SubscriptionArn", topic + ":" + each.logicalId()));
    return out;
  }

  /** The stack's own is active, for mail comes in by it here. */
  ObjectNode describeActiveReceiptRuleSet() {
    var out = Json.object();
    ofType("AWS::SES::ReceiptRuleSet")
        .forEach(set -> {
          out.putObject("Metadata").put("Name", set.physicalId()).put("CreatedTimestamp", MADE);
          var rules = out.putArray("Rules");
          ofType("AWS::SES::ReceiptRule")
              .map(StackSpec.Resource::properties)
              .filter(each -> each.path("RuleSetName").asText().equals(set.physicalId()))
              .forEach(each -> rules.add(each.path("Rule")));
        });
    return out;
  }

  ObjectNode getConfigurationSetEventDestinations(String set) {
    var out = Json.object();
    var destinations = out.putArray("EventDestinations");
    ofType("AWS::SES::ConfigurationSetEventDestination")
        .map(StackSpec.Resource::properties)
        .filter(each -> each.path("ConfigurationSetName").asText().equals(set))
        .map(each -> each.path("EventDestination"))
        .forEach(each -> {
          var told = destinations.addObject().put("Name", each.path("Name").asText());
          told.put("Enabled", each.path("Enabled").asBoolean());
          told.set("MatchingEventTypes", each.path("MatchingEventTypes"));
          var topic = each.path("SnsDestination").path("TopicARN");
          told.putObject("SnsDestination").set("TopicArn", topic);
        });
    return out;
  }

  /** Alarms of these names. Nothing is measured here, so that none has enough data. */
  ObjectNode describeAlarms(JsonNode names) {
    var out = Json.object();
    var alarms = out.putArray("MetricAlarms");
    ofType("AWS::CloudWatch::Alarm")
        .filter(
            each -> names.valueStream().anyMatch(name -> name.asText().equals(each.physicalId())))
        .forEach(each ->
            alarms
                .addObject()
                .put("AlarmName", each.physicalId())
                .put("AlarmDescription", each.properties().path("AlarmDescription").asText())
                .put("ActionsEnabled", each.properties().path("ActionsEnabled").asBoolean(true))
                .put("StateValue", "INSUFFICIENT_DATA"));
    return out;
  }

  /**
   * The MAIL FROM domain of that one, which the stack may have set. Only the domain that mails are
   * sent from is an identity.
   */
  String mailFrom(String domain) throws Refusal {
    if (stacks.stream().noneMatch(each -> domain.equals(each.parameters().get("SendingDomain")))) {
      throw new Refusal(404, "NotFoundException", "Email identity " + domain + " does not exist.");
    }
    return ofType("AWS::SES::EmailIdentity")
        .map(each -> each.properties().path("MailFromAttributes").path("MailFromDomain").asText())
        .findFirst()
        .orElse("bounce." + domain);
  }

  /** Whether SES mails bounces to who sent; it does unless the identity says otherwise. */
  boolean forwardsBounces() {
    return ofType("AWS::SES::EmailIdentity")
        .map(each -> each.properties().path("FeedbackAttributes").path("EmailForwardingEnabled"))
        .noneMatch(enabled -> !enabled.asBoolean(true));
  }

  private StackSpec stack(String name) throws Refusal {
    return stacks.stream()
        .filter(each -> each.isCalled(name))
        .findFirst()
        .orElseThrow(
            () -> new Refusal(400, "ValidationError", "Stack with id " + name + " does not exist"));
  }

  private Stream<StackSpec.Resource> ofType(String type) {
    return stacks.stream().flatMap(each -> each.ofType(type));
  }

  private static void pairs(ArrayNode to, String kind, Map<String, String> pairs) {
    pairs.forEach((key, value) -> to.addObject().put(kind + "Key", key).put(kind + "Value", value));
  }
}
