package dev.stepwise.memory;

import dev.stepwise.mail.SigningKeys;
import dev.stepwise.mail.SigningPeriod;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.spec.SecretKeySpec;

/** Signing keys in memory: one each 90 days. */
final class MemorySigningKeys implements SigningKeys {
  private static final int BYTES = 32;

  private final RandomGenerator random;
  private final Map<String, Named> keys = new HashMap<>();

  MemorySigningKeys(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public synchronized Named current(Instant now) {
    return keys.computeIfAbsent(SigningPeriod.at(now).id(), this::make);
  }

  @Override
  public synchronized Optional<Named> find(String id, Instant now) {
    return SigningPeriod.verifying(now).stream()
        .map(SigningPeriod::id)
        .filter(id::equals)
        .map(keys::get)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private Named make(String id) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return new Named(id, new SecretKeySpec(secret, "HmacSHA256"));
  }
}
