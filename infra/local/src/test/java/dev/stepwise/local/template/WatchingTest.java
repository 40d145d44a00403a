package dev.stepwise.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is told of what goes wrong, what is logged of calls, and who may send mail as whom. */
class WatchingTest {
  private static final Pattern VARIABLE = Pattern.compile("\\$context\\.[A-Za-z0-9.]+");

  private static final Set<String> VERIFY =
      Set.of(
          "StepFireFunction",
          "InboundReplyFunction",
          "UnsubscribeFunction",
          "AttachmentsFunction",
          "BookingsFunction");
  private static final Set<String> SIGN = Set.of("StepFireFunction", "InboundReplyFunction");

  private static final Value ALARMS =
      YamlReader.read(Deployed.text(Path.of("../alarms.yaml"))).field("Resources");
  private static final Value GIVEN = Deployed.properties("Alarms").field("Parameters");

  static List<FunctionSpec> functions() {
    return Deployed.stack().functions();
  }

  /** Who is called by hand tells the caller. */
  @ParameterizedTest
  @MethodSource("functions")
  void an_alarm_tells_when_a_function_fails(FunctionSpec function) {
    var wanted = new ArrayList<String>();
    function.triggers(Trigger.Route.class).findAny().ifPresent(_ -> wanted.add("5xx of HttpApi"));
    function
        .triggers(Trigger.Queue.class)
        .map(queue -> queue.name().replaceFirst("^stepwise-", ""))
        .forEach(queue -> wanted.add("ApproximateAgeOfOldestMessage of " + queue));
    function
        .triggers(Trigger.Every.class)
        .forEach(_ -> wanted.add("silence of " + function.name()));

    assertThat(watched()).containsAll(wanted);
  }

  @Test
  void every_alarm_tells_the_topic() {
    assertThat(alarms())
        .isNotEmpty()
        .allSatisfy((name, alarm) ->
            assertThat(alarm.field("AlarmActions").items())
                .as(name)
                .containsExactly(new Value.Call("Ref", new Value.Text("Topic"))));
  }

  /** Paths carry addresses and tokens. */
  @Test
  void an_access_log_has_the_route_and_nothing_of_the_caller() {
    var format = text(Deployed.properties("HttpApi").field("AccessLogSettings").field("Format"));

    assertThat(VARIABLE.matcher(format).results().map(match -> match.group()))
        .contains("$context.routeKey", "$context.status", "$context.requestId")
        .isSubsetOf(
            "$context.routeKey",
            "$context.status",
            "$context.requestId",
            "$context.requestTime",
            "$context.responseLatency");
  }

  /** A sender's address belongs to the domain: nobody else can be written as. */
  @Test
  void mail_is_sent_by_the_identity_with_the_configuration_set_and_from_its_addresses_only() {
    var sending =
        Deployed.writtenStatements().stream()
            .filter(statement -> statement.field("Action").toString().contains("ses:"))
            .toList();

    assertThat(sending)
        .hasSize(2)
        .allSatisfy(statement -> {
          assertThat(actions(statement)).isSubsetOf("ses:SendEmail", "ses:SendRawEmail");
          assertThat(statement.field("Resource").items().stream().map(WatchingTest::resource))
              .containsExactlyInAnyOrder(
                  "identity/${SendingDomain}",
                  "identity/*@${SendingDomain}",
                  "configuration-set/${ConfigurationSet}");
          assertThat(statement.field("Condition").fields()).containsOnlyKeys("StringLike");
          assertThat(statement.field("Condition").field("StringLike").fields())
              .containsOnly(
                  Map.entry(
                      "ses:FromAddress",
                      new Value.Call("Sub", new Value.Text("*@${SendingDomain}"))));
        });
  }

  /** Who has a key can make a token of it. */
  @Test
  void keys_of_links_and_addresses_are_for_those_who_sign_or_verify() {
    assertThat(may("ssm:GetParameters", "/keys/*")).isEqualTo(VERIFY);
    assertThat(may("ssm:PutParameter", "/keys/*")).isEqualTo(SIGN);
    assertThat(may("ssm:GetParameter", "/hooks/*")).containsOnly("BookingsFunction");
  }

  @Test
  void no_key_is_ever_written_over() {
    var writing =
        Deployed.writtenStatements().stream()
            .filter(statement -> actions(statement).contains("ssm:PutParameter"))
            .toList();

    assertThat(writing)
        .hasSameSizeAs(SIGN)
        .allSatisfy(statement ->
            assertThat(statement.field("Condition").field("StringNotEquals").fields())
                .containsOnly(Map.entry("ssm:Overwrite", new Value.Text("true"))));
  }

  /** What is secret is read where it lies, and neither given at deploying nor to a function. */
  @Test
  void no_parameter_and_no_variable_is_a_secret() {
    var template = Deployed.text(Path.of("../../template.yaml"));

    assertThat(template).doesNotContain("NoEcho", "{{resolve:");
    assertThat(functions())
        .allSatisfy(function ->
            assertThat(function.environment().keySet())
                .allMatch(name -> !name.matches(".*(KEY|TOKEN|PASSWORD)$")));
  }

  /** The functions that may do this to resources with such an end. */
  private static Set<String> may(String action, String end) {
    return Deployed.leave().entrySet().stream()
        .filter(function ->
            function.getValue().stream()
                .filter(statement -> statement.actions().contains(action))
                .flatMap(statement -> statement.resources().stream())
                .anyMatch(resource -> resource.endsWith(end)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** What alarms look at: a metric and what it is of, or whose silence. */
  private static List<String> watched() {
    return alarms().entrySet().stream()
        .flatMap(alarm -> Stream.concat(metrics(alarm.getValue()), silence(alarm)))
        .toList();
  }

  private static Stream<String> metrics(Value alarm) {
    return alarm.field("Dimensions").items().stream()
        .map(dimension -> text(alarm.field("MetricName")) + " of " + given(dimension));
  }

  /** One that goes off where no figure comes; it is named after the function. */
  private static Stream<String> silence(Map.Entry<String, Value> alarm) {
    return alarm.getKey().endsWith("Silent")
            && text(alarm.getValue().field("TreatMissingData")).equals("breaching")
        ? Stream.of("silence of " + alarm.getKey().replaceFirst("Silent$", "Function"))
        : Stream.of();
  }

  /** The main stack's resource that a dimension's parameter stands for. */
  private static String given(Value dimension) {
    var parameter =
        dimension.field("Value") instanceof Value.Call call ? text(call.argument()) : "";
    var value = GIVEN.fields().get(parameter);
    return value instanceof Value.Call call
        ? text(call.argument()).replaceFirst("\\..*", "")
        : parameter;
  }

  private static Map<String, Value> alarms() {
    return ALARMS.fields().entrySet().stream()
        .filter(each -> text(each.getValue().field("Type")).equals("AWS::CloudWatch::Alarm"))
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().field("Properties")));
  }

  private static List<String> actions(Value statement) {
    var action = statement.field("Action");
    return action instanceof Value.Text(var one)
        ? List.of(one)
        : action.items().stream().map(WatchingTest::text).toList();
  }

  /** What comes after the account in an ARN. */
  private static String resource(Value arn) {
    var text = text(Objects.requireNonNull(((Value.Call) arn).argument()));
    return text.substring(text.indexOf("AccountId}:") + "AccountId}:".length());
  }

  private static String text(Value value) {
    return value instanceof Value.Text(var text) ? text : "";
  }
}
