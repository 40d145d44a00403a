package dev.stepwise.idempotency;

import java.time.Instant;

/** Remembers for 24 hours which request came under an Idempotency-Key. */
public interface IdempotencyKeys {
  /** Notes a request, unless its key is there already. Both arguments are digests. */
  Use use(String key, String request, Instant now);

  /** What a key says of a request. */
  enum Use {
    /** Nobody has used the key. */
    FIRST,
    /** The same request came before: do it again and find what is there. */
    REPEATED,
    /** Another request came under this key. */
    MISUSED
  }
}
