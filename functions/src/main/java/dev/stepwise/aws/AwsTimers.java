package dev.stepwise.aws;

import dev.stepwise.StepwiseException;
import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/**
 * Timers: what is due within a minute waits on the queue, anything later in EventBridge Scheduler,
 * whose precision is a minute.
 */
record AwsTimers(Supplier<SqsClient> sqs, Supplier<String> queueUrl, Supplier<Schedules> schedules)
    implements Timers {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int BATCH = 10;

  @Override
  public void arm(StepDue due, Instant now) {
    Duration left = Duration.between(now, due.due());
    if (left.compareTo(SOON) > 0) {
      schedules.get().create(due);
    } else {
      send(due, seconds(left));
    }
  }

  /** Rounded up, for a wake must not come before its time. */
  private static int seconds(Duration left) {
    return left.isPositive() ? Math.toIntExact(left.plusNanos(999_999_999).toSeconds()) : 0;
  }

  private void send(StepDue due, int seconds) {
    try {
      sqs.get()
          .sendMessage(r ->
              r.queueUrl(queueUrl.get()).messageBody(StepDueJson.write(due)).delaySeconds(seconds));
    } catch (SdkException e) {
      throw new StepwiseException("cannot queue the wake of enrollment " + due.enrollment(), e);
    }
  }

  @Override
  public void queue(List<StepDue> due) {
    for (int from = 0; from < due.size(); from += BATCH) {
      sendAll(due.subList(from, Math.min(from + BATCH, due.size())));
    }
  }

  private void sendAll(List<StepDue> batch) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    for (StepDue due : batch) {
      String id = Integer.toString(entries.size());
      entries.add(
          SendMessageBatchRequestEntry.builder()
              .id(id)
              .messageBody(StepDueJson.write(due))
              .build());
    }
    SendMessageBatchResponse answer = sent(entries);
    if (!answer.failed().isEmpty()) {
      String code = answer.failed().getFirst().code();
      throw new StepwiseException("the queue refused wakes: " + code);
    }
  }

  private SendMessageBatchResponse sent(List<SendMessageBatchRequestEntry> entries) {
    try {
      return sqs.get().sendMessageBatch(r -> r.queueUrl(queueUrl.get()).entries(entries));
    } catch (SdkException e) {
      throw new StepwiseException("cannot queue " + entries.size() + " wakes", e);
    }
  }
}
