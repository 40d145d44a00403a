package dev.stepwise.local.time;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Skeleton. */
public final class Agenda implements AutoCloseable {
  private final VirtualClock clock;

  public Agenda(VirtualClock clock) {
    this.clock = clock;
  }

  public void register(DueSource source) {}

  /**
   * Runs something every period. Inside a jump a run happens only where {@code finds} says that a
   * run at that instant would find something; once it would, it must stay so until work changes it.
   */
  public void every(Duration period, Predicate<Instant> finds, Consumer<Instant> run) {}

  /** Starts the thread that works what becomes due while time flows. */
  public void start() {}

  /** Says that a source has something due earlier than it said before. */
  public void changed() {}

  public Instant advance(Duration by) {
    return clock.now();
  }

  public Instant advanceTo(Instant to) {
    return clock.now();
  }

  /** Holds time still while an API request runs. Never advance while holding one. */
  public Hold request() {
    return clock.freeze();
  }

  /** The virtual instant, made durable before it is told. */
  public Instant now() {
    return clock.now();
  }

  /** Called with each instant before anything that happens at it is told to the outside. */
  public void remember(Consumer<Instant> mark) {}

  /** Puts the clock forward to where it stood before a restart. */
  public void recall(Instant mark) {}

  /** The requests that run now; see {@link Ticket#ready}. */
  public Ticket ticket() {
    return new Ticket();
  }

  @Override
  public void close() {}
}
