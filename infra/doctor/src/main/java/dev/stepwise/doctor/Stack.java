package dev.stepwise.doctor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/**
 * The deployed stack: what was said at its making, what it says, and what its resources are called.
 *
 * @param resources physical ids by logical id; those of nested stacks as {@code Stack.Resource}
 * @param types physical ids by logical id, by the resources' type
 */
record Stack(
    Map<String, String> parameters,
    Map<String, String> outputs,
    Map<String, String> resources,
    Map<String, Map<String, String>> types) {
  private static final String NESTED = "AWS::CloudFormation::Stack";
  private static final String FUNCTION = "AWS::Lambda::Function";

  static Stack read(CloudFormationClient cloudFormation, String name) {
    var stack = cloudFormation.describeStacks(ask -> ask.stackName(name)).stacks().getFirst();
    Map<String, String> parameters = new HashMap<>();
    stack.parameters().forEach(each -> parameters.put(each.parameterKey(), each.parameterValue()));
    Map<String, String> outputs = new HashMap<>();
    stack.outputs().forEach(each -> outputs.put(each.outputKey(), each.outputValue()));
    Stack read = new Stack(parameters, outputs, new HashMap<>(), new HashMap<>());
    for (StackResourceSummary each : resourcesOf(cloudFormation, name)) {
      read.add("", each);
      if (NESTED.equals(each.resourceType())) {
        resourcesOf(cloudFormation, each.physicalResourceId())
            .forEach(inner -> read.add(each.logicalResourceId() + ".", inner));
      }
    }
    return read;
  }

  /** That a stack has not what the template of this doctor's version has. */
  static final class Lacks extends RuntimeException {
    private static final long serialVersionUID = 1;

    Lacks(String what, String name) {
      super("the stack has no %s %s".formatted(what, name));
    }
  }

  String sendingDomain() {
    return parameter("SendingDomain");
  }

  String inboundDomain() {
    return parameter("InboundDomain");
  }

  double sendsPerSecond() {
    return Double.parseDouble(parameter("SendsPerSecond"));
  }

  boolean receivesMail() {
    return parameter("ReceiveMail").equals("yes");
  }

  boolean mailsAlarms() {
    return !parameter("AlarmEmail").isEmpty();
  }

  String parameter(String parameter) {
    return named(parameters, "parameter", parameter);
  }

  String output(String output) {
    return named(outputs, "output", output);
  }

  /** The physical id of a resource. */
  String resource(String logicalId) {
    return named(resources, "resource", logicalId);
  }

  /** Names of alarms by logical id. */
  Map<String, String> alarms() {
    return types.getOrDefault("AWS::CloudWatch::Alarm", Map.of());
  }

  /** Names of functions by logical id; there are some. */
  Map<String, String> functions() {
    return Optional.ofNullable(types.get(FUNCTION))
        .orElseThrow(() -> new Lacks("resource of type", FUNCTION));
  }

  private static String named(Map<String, String> all, String what, String name) {
    return Optional.ofNullable(all.get(name)).orElseThrow(() -> new Lacks(what, name));
  }

  private void add(String prefix, StackResourceSummary resource) {
    String logical = resource.logicalResourceId();
    String physical = String.valueOf(resource.physicalResourceId());
    resources.put(prefix + logical, physical);
    types.computeIfAbsent(resource.resourceType(), _ -> new TreeMap<>()).put(logical, physical);
  }

  private static List<StackResourceSummary> resourcesOf(
      CloudFormationClient cloudFormation, String stack) {
    return cloudFormation
        .listStackResourcesPaginator(ask -> ask.stackName(stack))
        .stackResourceSummaries()
        .stream()
        .toList();
  }
}
