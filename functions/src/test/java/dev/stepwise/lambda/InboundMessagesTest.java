package dev.stepwise.lambda;

import static dev.stepwise.contract.Fixtures.ADA;
import static dev.stepwise.contract.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import dev.stepwise.Bytes;
import dev.stepwise.StepwiseException;
import dev.stepwise.contract.Fixtures;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.inbound.Verdicts;
import dev.stepwise.inbound.Verdicts.Verdict;
import dev.stepwise.json.Json;
import dev.stepwise.matching.Inbox.Kept;
import dev.stepwise.memory.Memory;
import dev.stepwise.usecase.MailRoom;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What calls the function for a mail: SES, with the fields that the developer guide documents and
 * values of our own
 * (docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html); the queue, with
 * what Lambda puts there when it has failed
 * (docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html), or with our own
 * messages.
 */
class InboundMessagesTest {
  private static final String MAIL = "8k2v5c0q3m1h7t9b4n6p2r8s0u3w5y7a9c1e3g01";
  private static final String OURS = "{\"mail\":\"" + MAIL + "\"}";

  private final Memory memory = new Memory(new Random(1));
  private Instant now = NOON;
  private final MailRoom room = new MailRoom(memory, () -> now);
  private final InboundMessages messages = new InboundMessages(room.hear(), room.read(), () -> now);
  private final Enrollment enrollment = Fixtures.enrolled("e1", ADA);

  @BeforeEach
  void a_contact_is_enrolled_and_answers() {
    memory.senders().save(Optional.empty(), Fixtures.rep());
    memory.sequences().create(Fixtures.sequence(Fixtures.SEQUENCE.value(), NOON));
    memory.enrollments().create(Fixtures.entrance(enrollment));
    String raw = "From: Ada <ada@prospect.example>\r\nSubject: Re: Hello\r\n\r\nYes, call me.\r\n";
    room.stored().put(MAIL, Bytes.of(raw.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_notification_of_ses_is_read_as_documented() {
    List<String> failures = work(receipt());

    Kept kept = kept().orElseThrow();
    assertThat(failures).isEmpty();
    assertThat(kept.done()).isTrue();
    assertThat(kept.mail().at()).isEqualTo(Instant.parse("2026-11-02T12:00:03.512Z"));
    assertThat(kept.mail().from()).isEqualTo("ada@prospect.example");
    assertThat(kept.mail().recipients()).containsExactly("team@in.example.com");
    assertThat(kept.mail().authorUnclear()).isFalse();
    assertThat(kept.mail().verdicts())
        .isEqualTo(
            new Verdicts(
                Verdict.PASS, Verdict.GRAY, Verdict.PASS, Verdict.GRAY, Verdict.PROCESSING_FAILED));
    assertThat(found().shown()).isEqualTo("stopped");
  }

  @Test
  void a_notification_with_less_than_documented_is_a_mail_that_came_now() {
    work(
        """
        {"Records":[{"ses":{"mail":{"messageId":"%s","timestamp":"soon","headers":[]},
         "receipt":{"recipients":[]}}}]}
        """
            .formatted(MAIL));

    assertThat(kept().orElseThrow().mail().at()).isEqualTo(NOON);
    assertThat(kept().orElseThrow().mail().from()).isEmpty();
    assertThat(kept().orElseThrow().mail().verdicts().dmarc()).isEqualTo(Verdict.GRAY);
    // The mail itself says what the notification left out.
    assertThat(kept().orElseThrow().mail().authorUnclear()).isFalse();
  }

  @Test
  void what_fails_in_a_call_of_ses_is_thrown_so_that_lambda_calls_again_and_is_held_meanwhile() {
    room.stored().goAway();

    assertThatThrownBy(() -> work(receipt())).isInstanceOf(StepwiseException.class);

    assertThat(found().isReading()).isTrue();
    assertThat(kept().orElseThrow().done()).isFalse();
  }

  @Test
  void what_lambda_could_not_get_done_is_heard_and_read_from_the_queue() {
    assertThat(work(queue(message("1", onFailure())))).isEmpty();

    assertThat(kept().orElseThrow().done()).isTrue();
    assertThat(found().shown()).isEqualTo("stopped");
  }

  @Test
  void what_the_sweep_found_is_read_from_the_queue() {
    room.hear()
        .hear(
            Events.inbound(bytes(receipt())).records().stream()
                .map(item -> Objects.requireNonNull(item.ses()).receipt(NOON))
                .findFirst()
                .orElseThrow());

    assertThat(work(queue(message("1", OURS)))).isEmpty();

    assertThat(kept().orElseThrow().done()).isTrue();
  }

  @Test
  void a_mail_that_nobody_knows_any_more_is_nothing_to_do() {
    assertThat(work(queue(message("1", OURS), message("2", "{}")))).isEmpty();

    assertThat(kept()).isEmpty();
  }

  @Test
  void what_is_malformed_fails_alone_however_often_it_comes() {
    String batch =
        queue(message("1", "hello"), message("5", "{\"mail\":4"), message("2", onFailure()));

    assertThat(work(batch)).containsExactly("m1", "m5");

    assertThat(kept().orElseThrow().done()).isTrue();
  }

  @Test
  void what_cannot_be_read_comes_again_four_times_and_is_then_left_to_the_sweep() {
    room.stored().goAway();

    List<String> again =
        Stream.of("1", "2", "3", "4", "5")
            .flatMap(receives -> work(queue(message(receives, onFailure()))).stream())
            .toList();

    assertThat(again).containsExactly("m1", "m2", "m3", "m4");
    assertThat(memory.inbox().unread(NOON.plusSeconds(600), 10)).containsExactly(MAIL);
    assertThat(found().isReading()).isTrue();
  }

  /** It could not even be held before: nobody has tried to read it. */
  @Test
  void what_is_held_at_last_is_left_to_the_sweep_and_not_given_up() {
    assertThat(work(queue(message("6", onFailure())))).isEmpty();

    assertThat(found().isReading()).isTrue();
    assertThat(memory.inbox().unread(NOON.plusSeconds(600), 10)).containsExactly(MAIL);
    assertThat(work(queue(message("1", OURS)))).isEmpty();
    assertThat(found().shown()).isEqualTo("stopped");
  }

  @Test
  void what_nobody_can_tell_the_age_of_is_left_to_the_sweep() {
    work(queue(message("6", onFailure())));
    room.stored().goAway();
    InstantSource away =
        () -> {
          throw new StepwiseException("the table is away");
        };
    InboundMessages blind = new InboundMessages(room.hear(), room.read(), away);

    var again = blind.work(Events.inbound(bytes(queue(message("5", OURS)))));

    assertThat(again.getBatchItemFailures()).isEmpty();
    assertThat(found().isReading()).isTrue();
  }

  @Test
  void what_cannot_be_read_for_hours_is_put_before_the_rep() {
    room.stored().goAway();
    now = NOON.plus(Duration.ofHours(7));

    List<String> again =
        Stream.of("1", "2", "3", "4", "5")
            .flatMap(receives -> work(queue(message(receives, onFailure()))).stream())
            .toList();

    assertThat(again).containsExactly("m1", "m2", "m3", "m4");
    assertThat(kept().orElseThrow().done()).isTrue();
    assertThat(found().shown()).isEqualTo("paused");
    assertThat(found().timeline())
        .filteredOn(entry -> entry.type() == Entry.Type.UNCLEAR_ANSWER)
        .extracting(Entry::detail)
        .containsExactly("could not be read: the store is away");
    assertThat(room.forwarded()).isEqualTo(1);
  }

  @Test
  void the_same_notification_twice_is_one_mail() {
    work(receipt());
    Enrollment once = found();

    work(receipt());
    work(queue(message("1", onFailure())));

    assertThat(found()).isEqualTo(once);
    assertThat(room.forwarded()).isEqualTo(1);
  }

  /** Ids of the messages that are to come again. */
  private List<String> work(String event) {
    return messages.work(Events.inbound(bytes(event))).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private Enrollment found() {
    return memory.enrollments().find(enrollment.id()).orElseThrow();
  }

  private Optional<Kept> kept() {
    return memory.inbox().find(MAIL);
  }

  /** An invocation record, as Lambda writes it to a destination on failure. */
  private static String onFailure() {
    return """
    {"version":"1.0","timestamp":"2026-11-02T12:03:10.024Z",
     "requestContext":{"requestId":"2b0e6f4a-6c1d-4b7e-9a39-0d5f1c2e3a4b",
      "functionArn":"arn:aws:lambda:eu-west-1:111122223333:function:inbound-reply:live",
      "condition":"RetriesExhausted","approximateInvokeCount":3},
     "requestPayload":%s,
     "responseContext":{"statusCode":200,"executedVersion":"7","functionError":"Unhandled"},
     "responsePayload":{"errorMessage":"the store is away","errorType":"StepwiseException"}}
    """
        .formatted(receipt());
  }

  private static String message(String receives, String body) {
    return """
    {"messageId":"m%s","receiptHandle":"AQEB","body":%s,
     "attributes":{"ApproximateReceiveCount":"%s","SentTimestamp":"1793620800000"},
     "messageAttributes":{},"eventSource":"aws:sqs",
     "eventSourceARN":"arn:aws:sqs:eu-west-1:111122223333:inbound","awsRegion":"eu-west-1"}
    """
        .formatted(receives, quoted(body), receives);
  }

  private static String quoted(String text) {
    String object = Json.write(Map.of("x", text));
    return object.substring(object.indexOf(':') + 1, object.length() - 1);
  }

  private static String queue(String... messages) {
    return "{\"Records\":[" + String.join(",", messages) + "]}";
  }

  private static String receipt() {
    String file = "/ses/receipt.json";
    try (InputStream in = InboundMessagesTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
