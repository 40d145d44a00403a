package dev.stepwise.local.time;

import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** What the agenda's thread does: round after round while there is work, else wait for the bell. */
record Live(Bell bell, BooleanSupplier round, LongSupplier untilNext) {
  private static final System.Logger LOG = System.getLogger(Live.class.getName());
  private static final long AFTER_FAILURE_MILLIS = 200;

  void until(BooleanSupplier closed) {
    while (!closed.getAsBoolean()) {
      var heard = bell.rings();
      try {
        if (!round.getAsBoolean()) {
          bell.await(heard, untilNext.getAsLong());
        }
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "what was due could not be worked", e);
        bell.await(bell.rings(), AFTER_FAILURE_MILLIS);
      }
    }
  }
}
