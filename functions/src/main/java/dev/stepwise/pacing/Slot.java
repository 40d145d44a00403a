package dev.stepwise.pacing;

import dev.stepwise.cadence.Due;
import dev.stepwise.cadence.Wait;
import java.time.Duration;
import java.time.Instant;

/** A mail's place among its sender's mails, and what it waits for until then. */
public record Slot(Instant at, Wait why) {
  /** A timer of this much before a due time counts as due. */
  private static final Duration EARLY = Duration.ofSeconds(5);

  /** True when a mail may leave now because of this place. */
  public boolean isOpen(Instant now) {
    Instant from = at.minus(EARLY);
    return !now.isBefore(from) && now.isBefore(from.plus(Pace.PRECISION));
  }

  /** This place as a due time. */
  public Due due() {
    return new Due(at, why);
  }
}
