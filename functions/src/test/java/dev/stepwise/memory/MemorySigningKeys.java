package dev.stepwise.memory;

import dev.stepwise.mail.SigningKeys;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.spec.SecretKeySpec;

/** Signing keys in memory: one each 90 days. */
final class MemorySigningKeys implements SigningKeys {
  private static final long PERIOD = 90L * 86_400;
  private static final int BYTES = 32;

  private final RandomGenerator random;
  private final Map<String, Named> keys = new HashMap<>();

  MemorySigningKeys(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public synchronized Named current(Instant now) {
    String digits = Long.toString(Math.floorDiv(now.getEpochSecond(), PERIOD), 36);
    return keys.computeIfAbsent("0".repeat(3 - digits.length()) + digits, this::make);
  }

  @Override
  public synchronized Optional<Named> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  private Named make(String id) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return new Named(id, new SecretKeySpec(secret, "HmacSHA256"));
  }
}
