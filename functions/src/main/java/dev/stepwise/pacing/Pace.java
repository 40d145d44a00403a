package dev.stepwise.pacing;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a sender's mails are paced: at most so many in any 24 hours and in any 7 days, and at least
 * {@code gap} between two, with anything up to {@code spread} on top of it. Null is no limit. The
 * edition rises whenever one of them is changed: what was booked by another one counts no more.
 */
public record Pace(
    @Nullable Integer dailyCap,
    @Nullable Integer weeklyCap,
    Duration gap,
    Duration spread,
    @Nullable Ramp ramp,
    int edition) {
  /** Nothing is limited. */
  public static final Pace FREE = new Pace(null, null, Duration.ZERO, Duration.ZERO, null, 0);

  /**
   * How exact timers are: within this time a mail may begin to leave in its place.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">EventBridge
   *     Scheduler, 60-second precision</a>
   */
  public static final Duration PRECISION = Duration.ofMinutes(1);

  /** How long after its place SES has surely taken it, with what calls and clocks may add. */
  static final Duration TURN = PRECISION.plusSeconds(30);

  /** Editions are less than this, and 0 is none. */
  public static final int EDITIONS = 1_000;

  static final Duration DAY = Duration.ofDays(1);
  static final Duration WEEK = Duration.ofDays(7);

  /** The same with a daily cap alone. */
  public static Pace daily(int cap) {
    return new Pace(cap, null, Duration.ZERO, Duration.ZERO, null, 1);
  }

  /** True when mail leaves whenever it is due. */
  public boolean isFree() {
    return dailyCap == null && weeklyCap == null && !hasGap();
  }

  /** This pace as the next edition of {@code before}, unless nothing is changed. */
  public Pace after(Pace before) {
    return edition(before.edition).equals(before) ? before : edition(next(before.edition));
  }

  /** The same pace, by which all places are given anew. */
  public Pace anew() {
    return edition(next(edition));
  }

  private static int next(int edition) {
    return edition % (EDITIONS - 1) + 1;
  }

  private Pace edition(int number) {
    return new Pace(dailyCap, weeklyCap, gap, spread, ramp, number);
  }

  boolean hasGap() {
    return !gap.isZero() || !spread.isZero();
  }

  /** The cap of that day, and whether it is still growing. */
  int capOn(LocalDate date) {
    int most = dailyCap == null ? Integer.MAX_VALUE : dailyCap;
    return ramp == null ? most : ramp.capOn(date, most);
  }

  boolean isRampingOn(LocalDate date) {
    return dailyCap != null && capOn(date) < dailyCap;
  }

  /** How long so many mails take at the very least. */
  public Duration needs(int mails) {
    return hasGap() ? gap.plus(TURN).multipliedBy(mails - 1L) : Duration.ZERO;
  }

  /** How far behind the mail before it this one has its place: the same for the same mail. */
  Duration distance(String mail) {
    long share = Math.floorMod(mail.hashCode() * 0x9E37_79B9L, 1_000L);
    return hasGap()
        ? gap.plus(TURN).plus(spread.multipliedBy(share).dividedBy(1_000))
        : Duration.ZERO;
  }
}
