package dev.stepwise.sending;

import java.util.Optional;

/**
 * The one hold on all sends of the account. Whoever wrote it sees it at once, all others within
 * half a minute.
 */
public interface SendingHolds {
  /** The last hold, be it over. */
  Optional<SendingHold> last();

  /** Keeps it, unless one that ends later is there. */
  void save(SendingHold hold);
}
