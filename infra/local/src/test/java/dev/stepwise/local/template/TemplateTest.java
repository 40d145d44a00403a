package dev.stepwise.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.aws.QueueSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every function of the template must have. */
class TemplateTest {
  /** An HTTP API waits no longer (docs.aws.amazon.com/apigateway, "Quotas"). */
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

  private static final StackTemplate STACK = Deployed.stack();

  static List<FunctionSpec> functions() {
    return STACK.functions();
  }

  @Test
  void each_function_logs_into_a_group_of_its_own_that_forgets() {
    var groups = Deployed.resources("AWS::Logs::LogGroup");
    var used = new HashMap<String, String>();

    Deployed.functions()
        .forEach((name, function) -> {
          var group = referred(function.field("LoggingConfig").field("LogGroup"));
          assertThat(groups)
              .as(name)
              .hasEntrySatisfying(
                  group, it -> assertThat(it.fields()).as(name).containsKey("RetentionInDays"));
          assertThat(used.put(group, name))
              .as("another function that logs into %s", group)
              .isNull();
        });
    assertThat(used).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void what_no_attempt_could_work_is_kept(FunctionSpec function) {
    var queues = STACK.queues().stream().map(QueueSpec::name).toList();

    assertThat(queuesOf(function))
        .allSatisfy(queue -> assertThat(queue.deadLetterName()).get().isIn(queues));
    // What the clock starts comes again by itself.
    if (isCalledBySes(function)) {
      assertThat(function.onFailure()).get().isIn(queues);
    }
  }

  @Test
  void what_no_attempt_could_work_is_kept_as_long_as_sqs_keeps_anything() {
    Deployed.resources("AWS::SQS::Queue")
        .forEach((name, queue) ->
            assertThat(queue.field("MessageRetentionPeriod"))
                .as(name)
                .isEqualTo(new Value.Text("1209600")));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void a_message_comes_again_only_when_its_function_has_surely_ended(FunctionSpec function) {
    assertThat(queuesOf(function))
        .allSatisfy(queue ->
            assertThat(queue.visibility())
                .isGreaterThanOrEqualTo(function.timeout().multipliedBy(2)));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void who_calls_the_api_is_answered_before_the_gateway_gives_up(FunctionSpec function) {
    if (function.triggers(Trigger.Route.class).findAny().isPresent()) {
      assertThat(function.timeout()).isLessThanOrEqualTo(LONGEST_ANSWER);
    }
  }

  /** Of what stands in Globals, sam build makes a path that leads nowhere. */
  @Test
  void each_function_names_the_zip_itself() {
    assertThat(Deployed.functions().values())
        .allSatisfy(function ->
            assertThat(function.field("CodeUri"))
                .isEqualTo(new Value.Text("functions/target/functions.zip")));
  }

  @Test
  void policies_name_every_action_and_what_it_is_done_to() {
    var roles = Deployed.resources("AWS::IAM::Role");
    var statements =
        Stream.concat(
                Deployed.leave().values().stream().flatMap(List::stream),
                roles.entrySet().stream()
                    .flatMap(role -> Deployed.statements(role.getKey(), role.getValue()).stream()))
            .toList();

    assertThat(statements)
        .isNotEmpty()
        .allSatisfy(statement -> {
          assertThat(statement.actions()).noneMatch(action -> action.contains("*"));
          assertThat(statement.actions()).doesNotContain("dynamodb:Scan");
          assertThat(statement.resources()).isNotEmpty().doesNotContain("*");
          assertThat(statement.resources())
              .noneMatch(each -> each.startsWith("arn:aws:dynamodb") && each.contains("*"));
        });
    assertThat(Deployed.functions().values())
        .noneMatch(function -> function.fields().containsKey("Role"));
  }

  @Test
  void policies_name_indexes_that_are_there() {
    var arn = "arn:aws:dynamodb:us-east-1:000000000000:table/stepwise-Table/index/";
    var there =
        STACK.tables().getFirst().globalSecondaryIndexes().stream()
            .map(index -> arn + index.indexName())
            .collect(Collectors.toSet());

    var named =
        Deployed.leave().values().stream()
            .flatMap(List::stream)
            .flatMap(statement -> statement.resources().stream())
            .filter(resource -> resource.contains("/index/"))
            .collect(Collectors.toSet());

    assertThat(named).isEqualTo(there);
  }

  private static List<QueueSpec> queuesOf(FunctionSpec function) {
    var read = function.triggers(Trigger.Queue.class).map(Trigger.Queue::name).toList();
    return STACK.queues().stream().filter(queue -> read.contains(queue.name())).toList();
  }

  private static boolean isCalledBySes(FunctionSpec function) {
    var stacks = Deployed.resources("AWS::CloudFormation::Stack");
    return stacks.values().stream()
        .map(stack -> stack.field("Parameters").field("FunctionArn"))
        .anyMatch(arn -> referred(arn).equals(function.name() + ".Alias"));
  }

  private static String referred(Value value) {
    return value instanceof Value.Call(var name, Value.Text(var text)) && name.equals("Ref")
        ? text
        : "";
  }
}
