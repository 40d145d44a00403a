package dev.stepwise.usecase;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before another attempt: anything up to a limit that doubles with each attempt
 * ("full jitter"), so that those who were refused together do not come back together.
 */
public record Backoff(RandomGenerator random) {
  /** The longest wait. */
  public static final Duration LONGEST = Duration.ofMinutes(15);

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** That wait, and anything up to {@code more} on top of it. */
  Duration spread(Duration wait, Duration more) {
    return wait.plusMillis(random.nextLong(more.toMillis()));
  }

  Duration after(int attempt) {
    long limit = Math.min(LONGEST.toMillis(), 2_000L << Math.min(attempt, 20));
    return SHORTEST.plusMillis(random.nextLong(limit));
  }
}
