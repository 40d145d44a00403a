package dev.stepwise.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.aws.StepDueJson;
import dev.stepwise.deadletter.Errand;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.json.Json;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.timer.StepDue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message's body says of its errand. */
class DeadLetterReaderTest {
  private static final StepDue DUE =
      new StepDue(
          new EnrollmentId("e1"),
          new SequenceId("s1"),
          1,
          2,
          3,
          Instant.parse("2026-11-23T09:00:00Z"));

  private final DeadLetterReader reader = new DeadLetterReader(StepDueJson::read);

  @Test
  void a_wake_from_the_step_due_queue() {
    assertThat(reader.apply(StepDueJson.write(DUE))).isEqualTo(new Errand.Wake(DUE));
  }

  @Test
  void a_wake_that_scheduler_could_not_deliver() {
    var call = Map.of("MessageBody", StepDueJson.write(DUE), "QueueUrl", "https://sqs.example/q");

    assertThat(reader.apply(Json.write(call))).isEqualTo(new Errand.Wake(DUE));
  }

  @Test
  void an_event_of_ses_in_the_envelope_of_sns() {
    var event = Json.write(Map.of("eventType", "Delivery", "mail", Map.of("messageId", "m1")));

    assertThat(reader.apply(Json.write(Map.of("Type", "Notification", "Message", event))))
        .isEqualTo(new Errand.MailEvent());
  }

  @Test
  void a_mail_to_be_read_and_one_that_lambda_could_not_get_done() {
    var payload = Map.of("Records", List.of());

    assertThat(reader.apply("{\"mail\":\"in1\"}")).isEqualTo(new Errand.InboundMail());
    assertThat(reader.apply(Json.write(Map.of("version", "1.0", "requestPayload", payload))))
        .isEqualTo(new Errand.InboundMail());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "what is this?",
        "[]",
        "{}",
        "{\"v\":2}",
        "{\"Message\":\"hello\"}",
        "{\"MessageBody\":\"{}\"}",
        "{\"Message\":\"{\\\"eventType\\\":1\"}"
      })
  void anything_else_is_unreadable(String body) {
    assertThat(reader.apply(body)).isEqualTo(new Errand.Unreadable());
  }
}
