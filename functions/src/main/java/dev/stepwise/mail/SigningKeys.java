package dev.stepwise.mail;

import java.time.Instant;
import javax.crypto.SecretKey;

/**
 * Keys for links and reply addresses. One signs for a period and is kept for verifying long after.
 */
public interface SigningKeys {
  /** The key that signs now; made when the period's first is asked for. */
  Named current(Instant now);

  /** A key and the short name that tokens carry. */
  record Named(String id, SecretKey key) {}
}
