package dev.stepwise.pacing;

import dev.stepwise.cadence.Wait;
import dev.stepwise.pacing.Ledger.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Whether a pace lets one mail more leave at an instant, beside those that are booked. */
record Rules(Pace pace, ZoneId zone, Instant now, Times times) {
  /** Mails that open a thread leave a tenth of each day from here on to those that follow up. */
  private static final Duration FAR = Duration.ofDays(2);

  /** Until when a mail may not leave, and for what. */
  record Block(Instant until, Wait why) {}

  /** What keeps the mail from leaving at that instant, if anything does. */
  @Nullable Block block(Wanted wanted, Instant at) {
    LocalDate date = LocalDate.ofInstant(at, zone);
    Instant full = times.full(at, left(pace.capOn(date), wanted, at), reach(Pace.DAY));
    if (full != null) {
      return new Block(full, pace.isRampingOn(date) ? Wait.RAMP : Wait.CAP);
    }
    Integer weekly = pace.weeklyCap();
    full = weekly == null ? null : times.full(at, left(weekly, wanted, at), reach(Pace.WEEK));
    if (full != null) {
      return new Block(full, Wait.CAP);
    }
    Instant near = pace.hasGap() ? times.near(at, pace.distance(wanted.mail()), pace) : null;
    return near == null ? null : new Block(near, Wait.GAP);
  }

  private int left(int cap, Wanted wanted, Instant at) {
    return wanted.first() && at.isAfter(now.plus(FAR)) ? cap - cap / 10 : cap;
  }

  /** A mail may leave a little after its place: another one may take its turn that much later. */
  private static Duration reach(Duration span) {
    return span.plus(Pace.TURN);
  }
}
