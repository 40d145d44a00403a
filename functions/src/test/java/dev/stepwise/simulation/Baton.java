package dev.stepwise.simulation;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Hands control to and fro between a director and one performer on a thread of its own: only one of
 * them runs at a time, so that a run depends on its seed alone.
 */
final class Baton {
  private final Thread performer;
  private volatile boolean performing;
  private volatile boolean ended;
  private volatile boolean dismissed;
  private volatile @Nullable Thread director;
  private volatile @Nullable Throwable failure;

  Baton(Runnable work) {
    performer = Thread.ofVirtual().unstarted(() -> perform(work));
  }

  /** The director's: lets the performer go on until it pauses or ends. */
  void lend() {
    director = Thread.currentThread();
    performing = true;
    if (performer.getState() == Thread.State.NEW) {
      performer.start();
    } else {
      LockSupport.unpark(performer);
    }
    while (performing) {
      LockSupport.park(this);
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }

  /** The performer's: waits until it may go on. */
  void giveBack() {
    performing = false;
    LockSupport.unpark(director);
    while (!performing) {
      LockSupport.park(this);
    }
    if (dismissed) {
      throw new Crash("the run is over");
    }
  }

  /** The director's: the performer ends where it stands. */
  void dismiss() {
    if (!ended) {
      dismissed = true;
      lend();
    }
  }

  private void perform(Runnable work) {
    try {
      work.run();
    } catch (Throwable thrown) {
      failure = thrown instanceof Error error ? error : new AssertionError(thrown);
    } finally {
      ended = true;
      performing = false;
      LockSupport.unpark(director);
    }
  }
}
