package dev.stepwise.local.lambda;

import dev.stepwise.local.aws.Message;
import dev.stepwise.local.aws.SqsService;
import dev.stepwise.local.template.Trigger;
import dev.stepwise.local.time.DueSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Reads a queue for a function as a Lambda event source does: in batches, a few at once, deleting
 * what was worked. What failed stays and becomes visible again by the queue's own time-out.
 */
public final class QueuePoller implements DueSource {
  private static final int MOST_AT_ONCE = 8;

  private final Trigger.Queue trigger;
  private final LocalFunction function;
  private final SqsService sqs;

  public QueuePoller(Trigger.Queue trigger, LocalFunction function, SqsService sqs) {
    this.trigger = trigger;
    this.function = function;
    this.sqs = sqs;
  }

  @Override
  public Optional<Instant> nextDue() {
    return sqs.nextVisible(trigger.name());
  }

  @Override
  public void work(Instant now) {
    var workers = Math.min(trigger.concurrency(), MOST_AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, workers)
          .mapToObj(_ -> CompletableFuture.runAsync(() -> workUntilEmpty(now), threads))
          .toList()
          .forEach(CompletableFuture::join);
    }
  }

  private void workUntilEmpty(Instant now) {
    while (true) {
      var batch = sqs.receive(trigger.name(), trigger.batchSize(), now);
      if (batch.isEmpty()) {
        return;
      }
      workBatch(batch);
    }
  }

  private void workBatch(List<Message> batch) {
    var failed =
        function.invoke(SqsEvents.event(batch, trigger.arn())).flatMap(SqsEvents::failures);
    failed.ifPresent(ids -> deleteWorked(batch, ids));
  }

  private void deleteWorked(List<Message> batch, Set<String> failed) {
    var known = batch.stream().map(Message::id).toList();
    if (!known.containsAll(failed)) {
      return; // Lambda too fails a whole batch whose report names an unknown message.
    }
    batch.stream()
        .filter(message -> !failed.contains(message.id()))
        .forEach(message -> sqs.delete(trigger.name(), message.receipt()));
  }
}
