package dev.stepwise.local.time;

import java.time.Instant;
import java.util.Optional;

/** A part of the system in which something becomes due at known virtual instants. */
public interface DueSource {

  /** The earliest instant at which something here becomes due; empty while nothing waits. */
  Optional<Instant> nextDue();

  /** Works everything due at or before now, in parallel where it can, and returns when done. */
  void work(Instant now);
}
