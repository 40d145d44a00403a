package dev.stepwise.cadence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/** The rules that turn "this delay after that instant" into an instant, in one zone. */
public record Cadence(Window window, Set<LocalDate> holidays, ZoneId zone) {
  public Cadence {
    holidays = Set.copyOf(holidays);
  }

  /** When a step with this delay is due after {@code base}: the delay first, then the window. */
  public Due after(Instant base, Delay delay) {
    return fit(delay.after(base.atZone(zone), this::isBusinessDay).toInstant(), Wait.DELAY);
  }

  /** The first instant not before {@code wanted} at which mail may leave. */
  public Due fit(Instant wanted, Wait why) {
    LocalDate date = wanted.atZone(zone).toLocalDate();
    // Ends: the days are at least one a week and the holidays are a finite set.
    while (!isOpen(date) || !wanted.isBefore(window.closes(date, zone))) {
      date = date.plusDays(1);
    }
    Instant opens = window.opens(date, zone);
    return wanted.isBefore(opens) ? new Due(opens, reason(wanted)) : new Due(wanted, why);
  }

  /** The beginning of the first business day after that date. */
  public Instant businessDayAfter(LocalDate date) {
    LocalDate next = date.plusDays(1);
    while (!isBusinessDay(next)) {
      next = next.plusDays(1);
    }
    return next.atStartOfDay(zone).toInstant();
  }

  /** True when mail may leave at that instant. */
  public boolean allows(Instant instant) {
    return fit(instant, Wait.DELAY).at().equals(instant);
  }

  /** A window that a change to summer time swallows whole is no window. */
  private boolean isOpen(LocalDate date) {
    return window.days().contains(date.getDayOfWeek())
        && !holidays.contains(date)
        && window.opens(date, zone).isBefore(window.closes(date, zone));
  }

  private boolean isBusinessDay(LocalDate date) {
    return !isWeekend(date) && !holidays.contains(date);
  }

  private Wait reason(Instant wanted) {
    LocalDate date = wanted.atZone(zone).toLocalDate();
    if (holidays.contains(date)) {
      return Wait.HOLIDAY;
    }
    return isWeekend(date) && !isOpen(date) ? Wait.WEEKEND : Wait.WINDOW;
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
