package dev.stepwise.mail;

import java.time.Instant;
import java.util.Optional;
import javax.crypto.SecretKey;

/** Keys for links and reply addresses, one a {@link SigningPeriod}. */
public interface SigningKeys {
  /** The key that signs now; made when the period's first is asked for. */
  Named current(Instant now);

  /** The key of that id, if it is one of ours that still verifies now. */
  Optional<Named> find(String id, Instant now);

  /** A key and the short name that tokens carry. It prints the name only. */
  record Named(String id, SecretKey key) {
    @Override
    public String toString() {
      return "key " + id;
    }
  }
}
