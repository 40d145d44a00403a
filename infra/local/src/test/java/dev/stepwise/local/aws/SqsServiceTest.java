package dev.stepwise.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

class SqsServiceTest {
  private static AwsUnderTest local;
  private static SqsClient sqs;
  private static String url;

  @BeforeAll
  static void start() {
    local = AwsUnderTest.inMemory();
    sqs = local.sqs();
    url = sqs.getQueueUrl(q -> q.queueName("work")).queueUrl();
  }

  @AfterAll
  static void stop() {
    sqs.close();
    local.close();
  }

  @BeforeEach
  void empty() {
    sqs.purgeQueue(q -> q.queueUrl(url));
    sqs.purgeQueue(q -> q.queueUrl(local.aws.sqs().url("dead")));
  }

  @Test
  void a_message_is_received_whole_and_deleted() {
    var kind = MessageAttributeValue.builder().dataType("String").stringValue("grün").build();
    var sent =
        sqs.sendMessage(
            m -> m.queueUrl(url).messageBody("{\"n\":\"é\"}").messageAttributes(Map.of("k", kind)));

    var message = receive();

    assertThat(message.messageId()).isEqualTo(sent.messageId());
    assertThat(message.body()).isEqualTo("{\"n\":\"é\"}");
    assertThat(message.messageAttributes()).containsEntry("k", kind);
    assertThat(message.attributesAsStrings())
        .containsEntry("ApproximateReceiveCount", "1")
        .containsEntry("SentTimestamp", String.valueOf(local.clock.now().toEpochMilli()));
    sqs.deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle()));
    assertThat(count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)).isEqualTo("0");
  }

  @Test
  void a_delayed_message_comes_at_its_instant() {
    sqs.sendMessage(m -> m.queueUrl(url).messageBody("later").delaySeconds(900));
    var due = local.clock.now().plusSeconds(900);

    assertThat(local.aws.sqs().nextVisible("work")).contains(due);
    assertThat(local.drain("work")).isEmpty();
    local.agenda.advanceTo(due);

    assertThat(local.drain("work")).extracting(m -> m.body()).containsExactly("later");
  }

  @Test
  void a_received_message_comes_again_after_the_visibility_timeout() {
    sqs.sendMessage(m -> m.queueUrl(url).messageBody("again"));
    receive();

    local.agenda.advance(AwsUnderTest.VISIBILITY.minusMillis(1));
    assertThat(local.drain("work")).isEmpty();
    local.agenda.advance(Duration.ofMillis(1));

    assertThat(local.drain("work")).extracting(m -> m.receiveCount()).containsExactly(2);
  }

  @Test
  void a_message_received_too_often_goes_to_the_dead_letter_queue() {
    sqs.sendMessage(m -> m.queueUrl(url).messageBody("poison"));

    for (var i = 0; i < 3; i++) {
      local.drain("work");
      local.agenda.advance(AwsUnderTest.VISIBILITY);
    }

    assertThat(local.drain("work")).isEmpty();
    assertThat(local.drain("dead")).extracting(m -> m.body()).containsExactly("poison");
  }

  @Test
  void visibility_can_be_changed_by_the_latest_receipt_only() {
    sqs.sendMessage(m -> m.queueUrl(url).messageBody("soon"));
    var first = receive();
    sqs.changeMessageVisibility(
        c -> c.queueUrl(url).receiptHandle(first.receiptHandle()).visibilityTimeout(0));
    var second = receive();

    sqs.deleteMessage(d -> d.queueUrl(url).receiptHandle(first.receiptHandle()));

    assertThat(count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)).isEqualTo("1");
    assertThat(second.attributesAsStrings()).containsEntry("ApproximateReceiveCount", "2");
    assertThatThrownBy(() ->
            sqs.changeMessageVisibility(
                c -> c.queueUrl(url).receiptHandle(first.receiptHandle()).visibilityTimeout(0)))
        .isInstanceOf(SqsException.class);
  }

  @Test
  void batches_tell_each_entry_how_it_went() {
    var sent =
        sqs.sendMessageBatch(
            b -> b.queueUrl(url).entries(entry("a", 0), entry("b", 901), entry("c", 0)));

    assertThat(sent.successful()).extracting(r -> r.id()).containsExactly("a", "c");
    assertThat(sent.failed()).extracting(r -> r.id()).containsExactly("b");
    var received = sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages();
    var deleted =
        sqs.deleteMessageBatch(b ->
            b.queueUrl(url)
                .entries(
                    e -> e.id("1").receiptHandle(received.get(0).receiptHandle()),
                    e -> e.id("2").receiptHandle(received.get(1).receiptHandle())));
    assertThat(deleted.successful()).hasSize(2);
    assertThat(local.aws.sqs().nextVisible("work")).isEmpty();
  }

  @Test
  void an_unknown_queue_is_refused() {
    assertThatThrownBy(() -> sqs.getQueueUrl(q -> q.queueName("none")))
        .isInstanceOf(QueueDoesNotExistException.class);
  }

  @Test
  void a_queue_tells_its_attributes() {
    var attributes =
        sqs.getQueueAttributes(a -> a.queueUrl(url).attributeNames(QueueAttributeName.ALL));

    assertThat(attributes.attributesAsStrings())
        .containsEntry("QueueArn", local.aws.sqs().arn("work"))
        .containsEntry("VisibilityTimeout", "180")
        .containsKey("RedrivePolicy");
  }

  @Test
  void a_message_waits_for_the_requests_that_ran_when_it_was_sent() {
    var request = local.agenda.request();
    local.aws.sqs().send("work", "early", Duration.ZERO);

    assertThat(local.drain("work")).isEmpty();
    assertThat(local.aws.sqs().nextVisible("work")).isEmpty();
    var later = local.agenda.request();
    request.close();

    assertThat(local.drain("work")).extracting(m -> m.body()).containsExactly("early");
    later.close();
  }

  private static Message receive() {
    var request =
        ReceiveMessageRequest.builder()
            .queueUrl(url)
            .messageAttributeNames("All")
            .messageSystemAttributeNamesWithStrings("All")
            .build();
    return sqs.receiveMessage(request).messages().getFirst();
  }

  private static String count(QueueAttributeName name) {
    return String.valueOf(
        sqs.getQueueAttributes(a -> a.queueUrl(url).attributeNames(name)).attributes().get(name));
  }

  private static SendMessageBatchRequestEntry entry(String id, int delay) {
    return SendMessageBatchRequestEntry.builder()
        .id(id)
        .messageBody(id)
        .delaySeconds(delay)
        .build();
  }
}
