package dev.stepwise.memory;

import dev.stepwise.booking.Deliveries;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Worked deliveries in memory. */
final class MemoryDeliveries implements Deliveries {
  private static final Duration KEPT = Duration.ofDays(400);

  private final Map<String, Instant> done = new HashMap<>();

  @Override
  public synchronized boolean isDone(String delivery, Instant now) {
    Instant at = done.get(delivery);
    return at != null && at.plus(KEPT).isAfter(now);
  }

  @Override
  public synchronized void done(String delivery, Instant now) {
    done.put(delivery, now);
  }
}
