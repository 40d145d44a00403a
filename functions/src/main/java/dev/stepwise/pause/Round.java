package dev.stepwise.pause;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The errand to carry a switch to every enrollment of its scope: {@code by} turned it at {@code
 * since}, and the sweep looks again at {@code due}. {@code place} is how far the present pass has
 * come (null: it has not begun), {@code began} when it began, and {@code found} that it found work.
 */
public record Round(
    Scope scope,
    Instant since,
    String by,
    Instant due,
    @Nullable String place,
    Instant began,
    boolean found) {

  /**
   * For how long after a turn somebody may still decide by the switch as it was: half a minute that
   * it is remembered, a minute that a function runs, and what clocks and lists lag.
   */
  public static final Duration UNSETTLED = Duration.ofMinutes(3);

  /** The round of a switch that was turned just now. */
  public static Round turned(Scope scope, Instant now, String by) {
    return new Round(scope, now, by, now, null, now, false);
  }

  /** The same, in a new pass from the beginning. */
  public Round anew(Instant now) {
    return new Round(scope, since, by, now, null, now, false);
  }

  /** The same pass, as far as that. */
  public Round reached(@Nullable String there, boolean foundMore) {
    return new Round(scope, since, by, due, there, began, found || foundMore);
  }

  /** The same, asleep until that instant. */
  public Round resting(Instant until) {
    return new Round(scope, since, by, until, null, until, false);
  }

  /** True when a whole pass that began now would see all that was decided by the old switch. */
  public boolean isSettled(Instant turned) {
    return !began.isBefore(turned.plus(UNSETTLED));
  }
}
