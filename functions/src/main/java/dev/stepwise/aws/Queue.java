package dev.stepwise.aws;

import dev.stepwise.StepwiseException;
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

  /** Puts all on now. */
  void sendAll(List<String> bodies) {
    for (int from = 0; from < bodies.size(); from += BATCH) {
      batch(bodies.subList(from, Math.min(from + BATCH, bodies.size())));
    }
  }

  private void batch(List<String> bodies) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    for (String body : bodies) {
      String id = Integer.toString(entries.size());
      entries.add(SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build());
    }
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
