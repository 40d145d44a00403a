package dev.stepwise.aws;

import dev.stepwise.Ids;
import dev.stepwise.StepwiseException;
import dev.stepwise.contact.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * What stands for an address in a contact's keys: 128 bits of HMAC-SHA256 under a key that the
 * table keeps for ever. So a suppression outlives all else that is known of a person, and names
 * nobody.
 */
final class Pseudonyms {
  private final RandomGenerator random;
  private volatile @Nullable SecretKey known;

  /** The key is read, or made, when the first address comes. */
  Pseudonyms(RandomGenerator random) {
    this.random = random;
  }

  String of(EmailAddress address, Table table) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key(table));
      return Ids.text(mac.doFinal(address.value().getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new StepwiseException("cannot make a pseudonym", e);
    }
  }

  private SecretKey key(Table table) {
    SecretKey key = known;
    if (key == null) {
      key = new Secrets(table, random).findOrMake(Key.PSEUDONYMS, null);
      known = key;
    }
    return key;
  }
}
