package dev.stepwise.local.time;

/** Wakes the agenda's thread; a ring between looking and waiting is not lost. */
final class Bell {
  private long rings;

  synchronized long rings() {
    return rings;
  }

  synchronized void ring() {
    rings++;
    notifyAll();
  }

  /** Waits until it has rung more than so often, or for at most so many milliseconds. */
  @SuppressWarnings("WaitNotInLoop") // Waking early is harmless: the caller looks again.
  synchronized void await(long heard, long millis) {
    if (rings == heard) {
      Waiting.on(this, millis);
    }
  }
}
