package dev.stepwise.local.time;

/** Waiting on monitors without checked exceptions: an interrupt ends the waiting thread's work. */
final class Waiting {
  private Waiting() {}

  static void on(Object monitor) {
    on(monitor, 0);
  }

  /** Waits until notified or for at most so many milliseconds; 0 is without end. */
  @SuppressWarnings("WaitNotInLoop") // Every caller loops over its own condition.
  static void on(Object monitor, long millis) {
    try {
      monitor.wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
