package dev.stepwise.aws;

import dev.stepwise.StepwiseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** A queue to put messages on; its address is looked for when it is first needed. */
record Queue(Supplier<SqsClient> sqs, Supplier<String> url) {
  private static final int BATCH = 10;

  /** Puts one message on, to be seen after a while; {@code what} names it where that fails. */
  void send(String body, int seconds, String what) {
    try {
      sqs.get().sendMessage(r -> r.queueUrl(url.get()).messageBody(body).delaySeconds(seconds));
    } catch (SdkException e) {
      throw new StepwiseException("cannot queue " + what, e);
    }
  }

  /** Puts all on, to be seen now. */
  void sendAll(List<String> bodies) {
    sendAll(bodies, Duration.ZERO);
  }

  /** Puts all on now, to be seen one after the other, evenly over so long. */
  void sendAll(List<String> bodies, Duration over) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      int seconds = Math.toIntExact(over.toSeconds() * i / bodies.size());
      entries.add(entry(i % BATCH, bodies.get(i), seconds));
    }
    for (int from = 0; from < entries.size(); from += BATCH) {
      batch(entries.subList(from, Math.min(from + BATCH, entries.size())));
    }
  }

  private static SendMessageBatchRequestEntry entry(int id, String body, int seconds) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(id))
        .messageBody(body)
        .delaySeconds(seconds)
        .build();
  }

  private void batch(List<SendMessageBatchRequestEntry> entries) {
    SendMessageBatchResponse answer = sent(entries);
    if (!answer.failed().isEmpty()) {
      throw new StepwiseException(
          "the queue refused messages: " + answer.failed().getFirst().code());
    }
  }

  private SendMessageBatchResponse sent(List<SendMessageBatchRequestEntry> entries) {
    try {
      return sqs.get().sendMessageBatch(r -> r.queueUrl(url.get()).entries(entries));
    } catch (SdkException e) {
      throw new StepwiseException("cannot queue " + entries.size() + " messages", e);
    }
  }
}
