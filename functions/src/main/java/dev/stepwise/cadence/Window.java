package dev.stepwise.cadence;

import dev.stepwise.InvalidValueException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumSet;
import java.util.Set;

/**
 * The hours in which mail may leave, on the named days: from {@code from} to before {@code to},
 * both in minutes since local midnight, {@code to} up to 1,440 (24:00).
 */
public record Window(Set<DayOfWeek> days, int from, int to) {
  /** Monday to Friday, 09:00 to before 17:00. */
  public static final Window OFFICE_HOURS =
      new Window(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 9 * 60, 17 * 60);

  /** One minute past the last of a day. */
  public static final int MIDNIGHT = 24 * 60;

  public Window {
    if (days.isEmpty()) {
      throw new InvalidValueException("must name at least one day");
    }
    if (from < 0 || to > MIDNIGHT || from >= to) {
      throw new InvalidValueException("must begin before it ends, within one day");
    }
    days = Set.copyOf(days);
  }

  /**
   * The first instant of this window on that date; a time that DST skips moves to the gap's end.
   */
  Instant opens(LocalDate date, ZoneId zone) {
    return at(date, from, zone);
  }

  /** The first instant after this window on that date. */
  Instant closes(LocalDate date, ZoneId zone) {
    return at(date, to, zone);
  }

  /** Not what atZone makes of a gap: it would add the gap's length and leave the window. */
  private static Instant at(LocalDate date, int minute, ZoneId zone) {
    LocalDateTime local = date.atStartOfDay().plusMinutes(minute);
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isGap() ? change.getInstant() : local.atZone(zone).toInstant();
  }
}
