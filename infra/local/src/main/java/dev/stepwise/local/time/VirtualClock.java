package dev.stepwise.local.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Time that flows at a fixed multiple of real time and stands still while anyone holds it frozen.
 * Instants have milliseconds, and never go back.
 */
public final class VirtualClock implements InstantSource {
  private final double speed;
  private Instant base;
  private long baseNanos = System.nanoTime();
  private int frozen;

  public VirtualClock(Instant start, double speed) {
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed must be above 0, was " + speed);
    }
    this.base = start.truncatedTo(ChronoUnit.MILLIS);
    this.speed = speed;
  }

  @Override
  public Instant instant() {
    return now();
  }

  /** The virtual instant, truncated to milliseconds. */
  public synchronized Instant now() {
    return flowing().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Stops time until the hold is closed; holds nest. */
  public synchronized Hold freeze() {
    base = flowing();
    frozen++;
    var open = new AtomicBoolean(true);
    return () -> {
      if (open.getAndSet(false)) {
        thaw();
      }
    };
  }

  /** How long it takes in real time until virtual time has gone on by this much. */
  Duration realTime(Duration virtual) {
    return Duration.ofNanos(
        (long) Math.min(virtual.toMillis() * 1e6 / speed, Long.MAX_VALUE / 4.0));
  }

  /** Puts time forward, to a whole millisecond; an instant that has passed changes nothing. */
  synchronized void jump(Instant target) {
    var now = flowing();
    // Rounded up: what is due within a millisecond must be due after the jump to it.
    var to = target.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
    base = to.isAfter(now) ? to : now;
    baseNanos = System.nanoTime();
  }

  private synchronized void thaw() {
    if (--frozen == 0) {
      baseNanos = System.nanoTime();
    }
  }

  private Instant flowing() {
    return frozen > 0 ? base : base.plusNanos((long) ((System.nanoTime() - baseNanos) * speed));
  }
}
