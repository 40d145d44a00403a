package dev.stepwise.local.time;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The API requests that ran at one moment. What a request put on a queue is worked only when they
 * have finished, so a message never overtakes the write it announces.
 */
public final class Ticket {
  /** The ticket of a moment in which no request ran. */
  public static final Ticket READY = new Ticket();

  private final @Nullable Requests requests;
  private final Set<Long> running;

  private Ticket() {
    this.requests = null;
    this.running = Set.of();
  }

  Ticket(Requests requests, Set<Long> running) {
    this.requests = requests;
    this.running = running;
  }

  /** Whether all of them have finished. */
  public boolean ready() {
    return requests == null || requests.finished(running);
  }
}
