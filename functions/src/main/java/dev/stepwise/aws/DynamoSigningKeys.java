package dev.stepwise.aws;

import dev.stepwise.mail.SigningKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Signing keys in the table: whoever needs a period's key first makes it. */
record DynamoSigningKeys(Secrets secrets, Map<String, Named> known) implements SigningKeys {
  private static final Duration PERIOD = Duration.ofDays(90);
  private static final Duration VERIFIES = Duration.ofDays(400);

  DynamoSigningKeys(Secrets secrets) {
    this(secrets, new ConcurrentHashMap<>());
  }

  @Override
  public Named current(Instant now) {
    long period = Math.floorDiv(now.getEpochSecond(), PERIOD.toSeconds());
    String id = id(period);
    Named key = known.get(id);
    if (key == null) {
      Duration kept = PERIOD.multipliedBy(period + 1).plus(VERIFIES);
      key = new Named(id, secrets.findOrMake(Key.signing(id), Instant.EPOCH.plus(kept)));
      known.put(id, key);
    }
    return key;
  }

  @Override
  public Optional<Named> find(String id) {
    Optional<Named> key =
        Optional.ofNullable(known.get(id))
            .or(() -> secrets.find(Key.signing(id)).map(secret -> new Named(id, secret)));
    key.ifPresent(named -> known.put(id, named));
    return key;
  }

  private static String id(long period) {
    String digits = Long.toString(period, 36);
    return "0".repeat(Math.max(0, 3 - digits.length())) + digits;
  }
}
