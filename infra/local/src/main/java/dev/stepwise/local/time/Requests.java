package dev.stepwise.local.time;

import java.util.Set;
import java.util.TreeSet;

/** The API requests that run; they keep time still, and a jump waits until none of them runs. */
final class Requests {
  private final VirtualClock clock;
  private final Runnable left;
  private final Set<Long> running = new TreeSet<>();
  private long last;
  private boolean shut;

  Requests(VirtualClock clock, Runnable left) {
    this.clock = clock;
    this.left = left;
  }

  synchronized Hold enter() {
    while (shut) {
      Waiting.on(this);
    }
    var id = ++last;
    running.add(id);
    var still = clock.freeze();
    return () -> leave(id, still);
  }

  private void leave(long id, Hold still) {
    synchronized (this) {
      if (!running.remove(id)) {
        return;
      }
      still.close();
      notifyAll();
    }
    left.run();
  }

  synchronized Ticket ticket() {
    return running.isEmpty() ? Ticket.READY : new Ticket(this, Set.copyOf(running));
  }

  synchronized boolean finished(Set<Long> requests) {
    return requests.stream().noneMatch(running::contains);
  }

  /** Waits for the requests that run now, not for those that come meanwhile. */
  synchronized void awaitRunning() {
    var before = Set.copyOf(running);
    while (!finished(before)) {
      Waiting.on(this);
    }
  }

  /** Lets no request in, and waits until none runs; new ones wait until the hold is closed. */
  synchronized Hold alone() {
    shut = true;
    while (!running.isEmpty()) {
      Waiting.on(this);
    }
    return this::letIn;
  }

  private synchronized void letIn() {
    shut = false;
    notifyAll();
  }
}
