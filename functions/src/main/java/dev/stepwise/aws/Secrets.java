package dev.stepwise.aws;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Keys of HMAC-SHA256 in the table: whoever needs one first makes it. */
record Secrets(Table table, RandomGenerator random) {
  private static final int FORMAT = 1;
  private static final int BYTES = 32;
  private static final String SECRET = "k";

  Optional<SecretKey> find(Key at) {
    return table.get(at).map(Secrets::read);
  }

  /** The one that lies there, or a new one, which is forgotten at that instant, if ever. */
  SecretKey findOrMake(Key at, @Nullable Instant forgotten) {
    return find(at).orElseGet(() -> make(at, forgotten));
  }

  private SecretKey make(Key at, @Nullable Instant forgotten) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    ItemWriter item =
        ItemWriter.at(at, FORMAT).put(SECRET, AttributeValue.fromB(SdkBytes.fromByteArray(secret)));
    if (forgotten != null) {
      item.seconds("ttl", forgotten);
    }
    try {
      table.put(item.done(), Expression.ABSENT);
      return read(new Item(item.done()));
    } catch (ConditionalCheckFailedException e) {
      // Another function was quicker: its key is the key.
      return read(new Item(e.item()));
    }
  }

  static SecretKey read(Item item) {
    AttributeValue secret = item.inFormat(FORMAT).attributes().get(SECRET);
    if (secret == null || secret.b() == null) {
      throw item.unreadable("secret");
    }
    return new SecretKeySpec(secret.b().asByteArray(), "HmacSHA256");
  }
}
