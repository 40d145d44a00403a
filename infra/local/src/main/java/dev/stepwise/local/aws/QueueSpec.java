package dev.stepwise.local.aws;

import java.time.Duration;
import java.util.Optional;

/** A queue as a template declares it; messages received too often go to the dead-letter queue. */
public record QueueSpec(
    String name, Duration visibility, Optional<String> deadLetterName, int maxReceiveCount) {

  /** A queue without a dead-letter queue. */
  public static QueueSpec of(String name, Duration visibility) {
    return new QueueSpec(name, visibility, Optional.empty(), Integer.MAX_VALUE);
  }
}
