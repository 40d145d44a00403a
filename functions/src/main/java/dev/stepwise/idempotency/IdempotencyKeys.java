package dev.stepwise.idempotency;

import java.time.Instant;

/** Remembers for 24 hours which request came under an Idempotency-Key. */
public interface IdempotencyKeys {
  /** Notes a request, unless its key is there already. Both arguments are digests. */
  Use use(String key, String request, Instant now);

  /** What a key says of a request. */
  sealed interface Use {
    /** Nobody has used the key in the last 24 hours: it is used now. */
    record First(Instant at) implements Use {}

    /** The same request came at that instant: do it again and find what is there. */
    record Repeated(Instant at) implements Use {}

    /** Another request came under this key. */
    record Misused() implements Use {}
  }
}
