package dev.stepwise.mail;

import java.time.Instant;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Keys for links and reply addresses. One signs for a period and is kept for verifying long after.
 */
public interface SigningKeys {
  /** The key that signs now; made when the period's first is asked for. */
  Named current(Instant now);

  /** The key of that id, if it is one of ours and still verifies: for 400 days after its period. */
  Optional<Named> find(String id);

  /** A key and the short name that tokens carry. */
  record Named(String id, SecretKey key) {}
}
