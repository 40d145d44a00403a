package dev.stepwise.local.template;

import java.time.Duration;

/** What makes a function run. */
public sealed interface Trigger {
  /** A route of the HTTP API; {@code open} ones need no token. */
  record Route(String method, String path, boolean open) implements Trigger {
    public String key() {
      return method + " " + path;
    }
  }

  /** A queue, read in batches, at most {@code concurrency} of them at once. */
  record Queue(String arn, int batchSize, int concurrency) implements Trigger {
    /** The queue's own name, the last part of its ARN. */
    public String name() {
      return arn.substring(arn.lastIndexOf(':') + 1);
    }
  }

  /** The clock: once a period. */
  record Every(String name, Duration period) implements Trigger {}
}
