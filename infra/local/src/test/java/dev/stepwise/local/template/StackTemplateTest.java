package dev.stepwise.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.local.aws.QueueSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;

class StackTemplateTest {
  private static final Surroundings HERE =
      new Surroundings(
          Map.of("InboundDomain", "reply.example.com"), "http://api:1", "http://sqs:2");

  @Test
  void names_in_an_environment_are_resolved() throws IOException {
    var echo = small().function("EchoFunction").orElseThrow();

    assertThat(echo.environment())
        .containsEntry("TABLE_NAME", "stepwise-Table")
        .containsEntry("QUEUE_URL", "http://sqs:2/000000000000/stepwise-Work")
        .containsEntry(
            "GREETING", "hello arn:aws:dynamodb:us-east-1:000000000000:table/stepwise-Table")
        .containsEntry("API", "http://api:1")
        .containsEntry("AWS_REGION", "us-east-1");
    assertThat(echo.timeout()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void triggers_are_read() throws IOException {
    var template = small();

    assertThat(template.function("WorkFunction").orElseThrow().triggers())
        .containsExactly(
            new Trigger.Queue("arn:aws:sqs:us-east-1:000000000000:stepwise-Work", 5, 1000),
            new Trigger.Every("WorkFunction.Events.Every", Duration.ofMinutes(5)));
    assertThat(template.function("EchoFunction").orElseThrow().triggers())
        .contains(new Trigger.Route("POST", "/open/{token}", true))
        .contains(new Trigger.Route("GET", "/things/{id}", false));
  }

  @Test
  void queues_know_their_dead_letter_queue_and_conditions_leave_some_out() throws IOException {
    var template = small();

    assertThat(template.queues())
        .containsExactly(
            new QueueSpec("stepwise-Work", Duration.ofMinutes(3), Optional.of("stepwise-Dead"), 3),
            QueueSpec.of("stepwise-Dead", Duration.ofSeconds(30)));
    assertThat(template.scheduleGroups()).containsExactly("stepwise-steps");
  }

  @Test
  void an_unknown_name_is_told_with_its_place() throws IOException {
    var yaml = text().replace("!Ref Work", "!Ref Wrok");

    assertThatThrownBy(() -> StackTemplate.parse(yaml, HERE))
        .isInstanceOf(TemplateException.class)
        .hasMessage(
            "template.yaml, EchoFunction.Environment.QUEUE_URL: there is no parameter or resource"
                + " Wrok");
  }

  @Test
  void an_unsupported_function_is_told_with_its_place() throws IOException {
    var yaml = text().replace("!Ref Work", "!ImportValue other-stack");

    assertThatThrownBy(() -> StackTemplate.parse(yaml, HERE))
        .hasMessageContaining("EchoFunction.Environment.QUEUE_URL")
        .hasMessageContaining("!ImportValue is not supported");
  }

  @Test
  void the_real_template_can_be_read() {
    var template = real(Map.of());

    assertThat(template.function("StepFireFunction").orElseThrow().environment())
        .containsEntry("PUBLIC_URL", "http://api:1")
        .containsEntry("SCHEDULE_GROUP", "stepwise-steps");
    assertThat(template.tables().getFirst())
        .extracting(CreateTableRequest::globalSecondaryIndexes)
        .asInstanceOf(InstanceOfAssertFactories.list(GlobalSecondaryIndex.class))
        .extracting(GlobalSecondaryIndex::indexName)
        .contains("due", "bySequence", "bySender", "byContact");
  }

  @Test
  void mail_events_are_all_heard_of_and_opens_and_clicks_only_where_a_team_wants_them() {
    var usual = real(Map.of()).subscriptions().getFirst();
    var tracking = real(Map.of("TrackOpensAndClicks", "yes")).subscriptions().getFirst();

    assertThat(usual.queue()).isEqualTo("stepwise-MailEventsQueue");
    assertThat(usual.events())
        .containsExactlyInAnyOrder(
            "SEND",
            "DELIVERY",
            "DELIVERY_DELAY",
            "BOUNCE",
            "COMPLAINT",
            "REJECT",
            "RENDERING_FAILURE",
            "SUBSCRIPTION");
    assertThat(tracking.events()).containsAll(usual.events()).contains("OPEN", "CLICK");
  }

  private static StackTemplate real(Map<String, String> more) {
    var parameters = new HashMap<>(more);
    parameters.put("SendingDomain", "example.com");
    parameters.put("InboundDomain", "reply.example.com");
    parameters.put("TokenIssuer", "http://api:1");
    parameters.put("TokenAudience", "stepwise-local");
    var here = new Surroundings(parameters, "http://api:1", "http://sqs:2");
    return StackTemplate.read(Path.of("../../template.yaml"), here);
  }

  private static StackTemplate small() throws IOException {
    return StackTemplate.parse(text(), HERE);
  }

  private static String text() throws IOException {
    return Files.readString(
        Path.of("src/test/resources/small-template.yaml"), StandardCharsets.UTF_8);
  }
}
