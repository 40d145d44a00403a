package dev.stepwise.local.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Skeleton. Queues are named by their bare name throughout. */
public final class SqsService {
  public void declare(QueueSpec queue) {}

  public String url(String queue) {
    return queue;
  }

  public String arn(String queue) {
    return queue;
  }

  /** Puts a message on a queue and returns its id. */
  public String send(String queue, String body, Duration delay) {
    return body;
  }

  /** Takes up to max visible messages; each becomes visible again unless it is deleted. */
  public List<Message> receive(String queue, int max, Instant now) {
    return List.of();
  }

  public void delete(String queue, String receipt) {}

  /** When the next message that may be worked becomes visible. */
  public Optional<Instant> nextVisible(String queue) {
    return Optional.empty();
  }
}
