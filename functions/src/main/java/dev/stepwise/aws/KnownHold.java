package dev.stepwise.aws;

import dev.stepwise.sending.SendingHold;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What this container knows of the hold on all sends: looked up again after {@link #GOOD_FOR}. */
final class KnownHold {
  private static final Duration GOOD_FOR = Duration.ofSeconds(30);

  private final InstantSource clock;
  private @Nullable SendingHold hold;
  private Instant readAt = Instant.MIN;

  KnownHold(InstantSource clock) {
    this.clock = clock;
  }

  /** True when it is to be read before it is believed. */
  synchronized boolean isStale() {
    return readAt.isBefore(clock.instant().minus(GOOD_FOR));
  }

  /** What was just read, or written. */
  synchronized void learn(@Nullable SendingHold news) {
    hold = news;
    readAt = clock.instant();
  }

  synchronized @Nullable SendingHold hold() {
    return hold;
  }
}
