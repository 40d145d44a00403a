package dev.stepwise.aws;

import dev.stepwise.mail.SigningKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Signing keys in the table: whoever needs a period's key first makes it. */
record DynamoSigningKeys(Table table, RandomGenerator random, Map<String, Named> known)
    implements SigningKeys {
  private static final Duration PERIOD = Duration.ofDays(90);
  private static final Duration VERIFIES = Duration.ofDays(400);
  private static final int FORMAT = 1;
  private static final int BYTES = 32;
  private static final String SECRET = "k";

  DynamoSigningKeys(Table table, RandomGenerator random) {
    this(table, random, new ConcurrentHashMap<>());
  }

  @Override
  public Named current(Instant now) {
    long period = Math.floorDiv(now.getEpochSecond(), PERIOD.toSeconds());
    String id = id(period);
    Named key = known.get(id);
    if (key == null) {
      key = named(id, table.get(Key.signing(id)).orElseGet(() -> make(id, period)));
      known.put(id, key);
    }
    return key;
  }

  @Override
  public Optional<Named> find(String id) {
    Optional<Named> key =
        Optional.ofNullable(known.get(id))
            .or(() -> table.get(Key.signing(id)).map(item -> named(id, item)));
    key.ifPresent(named -> known.put(id, named));
    return key;
  }

  private static String id(long period) {
    String digits = Long.toString(period, 36);
    return "0".repeat(Math.max(0, 3 - digits.length())) + digits;
  }

  private Item make(String id, long period) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    Duration kept = PERIOD.multipliedBy(period + 1).plus(VERIFIES);
    var item =
        ItemWriter.at(Key.signing(id), FORMAT)
            .put(SECRET, AttributeValue.fromB(SdkBytes.fromByteArray(secret)))
            .seconds("ttl", Instant.EPOCH.plus(kept))
            .done();
    try {
      table.put(item, Expression.ABSENT);
      return new Item(item);
    } catch (ConditionalCheckFailedException e) {
      // Another function was quicker: its key is the key.
      return new Item(e.item());
    }
  }

  static Named named(String id, Item item) {
    AttributeValue secret = item.inFormat(FORMAT).attributes().get(SECRET);
    if (secret == null || secret.b() == null) {
      throw item.unreadable("secret");
    }
    return new Named(id, new SecretKeySpec(secret.b().asByteArray(), "HmacSHA256"));
  }
}
