package dev.stepwise.local.time;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * The latest instant told to the outside, kept before it is told so that a restart is not earlier.
 */
final class Mark {
  private Instant latest = Instant.MIN;
  private Consumer<Instant> keeper = instant -> {};

  synchronized void keptBy(Consumer<Instant> keeper) {
    this.keeper = keeper;
    this.latest = Instant.MIN;
  }

  synchronized void at(Instant instant) {
    if (instant.isAfter(latest)) {
      keeper.accept(instant);
      latest = instant;
    }
  }
}
