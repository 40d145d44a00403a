package dev.stepwise.memory;

import dev.stepwise.idempotency.IdempotencyKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Idempotency keys in memory. */
final class MemoryIdempotencyKeys implements IdempotencyKeys {
  private static final Duration KEPT = Duration.ofHours(24);

  private record Noted(String request, Instant at) {}

  private final Map<String, Noted> keys = new HashMap<>();

  @Override
  public synchronized Use use(String key, String request, Instant now) {
    Noted noted = keys.get(key);
    if (noted == null || !noted.at().plus(KEPT).isAfter(now)) {
      keys.put(key, new Noted(request, now));
      return new Use.First(now);
    }
    return noted.request().equals(request) ? new Use.Repeated(noted.at()) : new Use.Misused();
  }
}
