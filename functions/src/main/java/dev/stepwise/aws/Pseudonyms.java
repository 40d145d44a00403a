package dev.stepwise.aws;

import dev.stepwise.Ids;
import dev.stepwise.StepwiseException;
import dev.stepwise.contact.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * What stands for an address in a contact's keys: 128 bits of HMAC-SHA256 under a key that the
 * table keeps for ever. So a suppression outlives all else that is known of a person, and names
 * nobody.
 */
final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int FORMAT = 1;
  private static final int BYTES = 32;
  private static final String SECRET = "k";

  private final RandomGenerator random;
  private volatile @Nullable SecretKey known;

  /** The key is read, or made, when the first address comes. */
  Pseudonyms(RandomGenerator random) {
    this.random = random;
  }

  String of(EmailAddress address, Table table) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key(table));
      return Ids.text(mac.doFinal(address.value().getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new StepwiseException("cannot make a pseudonym", e);
    }
  }

  private SecretKey key(Table table) {
    SecretKey key = known;
    if (key == null) {
      key = table.get(Key.PSEUDONYMS).map(Pseudonyms::read).orElseGet(() -> make(table));
      known = key;
    }
    return key;
  }

  private SecretKey make(Table table) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    AttributeValue value = AttributeValue.fromB(SdkBytes.fromByteArray(secret));
    ItemWriter item = ItemWriter.at(Key.PSEUDONYMS, FORMAT).put(SECRET, value);
    try {
      table.put(item.done(), Expression.ABSENT);
      return read(new Item(item.done()));
    } catch (ConditionalCheckFailedException e) {
      // Another function was quicker: its key is the key.
      return read(new Item(e.item()));
    }
  }

  private static SecretKey read(Item item) {
    AttributeValue secret = item.inFormat(FORMAT).attributes().get(SECRET);
    if (secret == null || secret.b() == null) {
      throw item.unreadable("secret");
    }
    return new SecretKeySpec(secret.b().asByteArray(), ALGORITHM);
  }
}
