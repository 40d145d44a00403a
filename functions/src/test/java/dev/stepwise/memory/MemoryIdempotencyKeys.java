package dev.stepwise.memory;

import dev.stepwise.idempotency.IdempotencyKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Idempotency keys in memory. */
final class MemoryIdempotencyKeys implements IdempotencyKeys {
  private static final Duration KEPT = Duration.ofHours(24);

  private record Noted(String request, Instant until) {}

  private final Map<String, Noted> keys = new HashMap<>();

  @Override
  public synchronized Use use(String key, String request, Instant now) {
    Noted noted = keys.get(key);
    if (noted == null || !noted.until().isAfter(now)) {
      keys.put(key, new Noted(request, now.plus(KEPT)));
      return Use.FIRST;
    }
    return noted.request().equals(request) ? Use.REPEATED : Use.MISUSED;
  }
}
