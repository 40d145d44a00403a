package dev.stepwise.cadence;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that turn "this delay after that instant" into an instant, in one zone. Mail may leave
 * whenever the clock on the wall there shows a time within a window, on a day that is no holiday:
 * what a change to summer time skips is no window, and what the change back repeats counts twice.
 */
public record Cadence(Windows windows, Holidays holidays, ZoneId zone) {
  /** When a step with this delay is due after {@code base}: the delay first, then the window. */
  public Due after(Instant base, Delay delay) {
    List<Shift> delayed = delayed(base, delay);
    boolean dated = !delayed.isEmpty() && delayed.getLast().why() == Wait.NOT_BEFORE;
    return fit(end(delayed, base), dated ? Wait.NOT_BEFORE : Wait.DELAY);
  }

  /** The first instant not before {@code wanted} at which mail may leave. */
  public Due fit(Instant wanted, Wait why) {
    List<Shift> shifts = shifts(wanted);
    return shifts.isEmpty()
        ? new Due(wanted, why)
        : new Due(shifts.getLast().until(), shifts.getFirst().why());
  }

  /** Every reason why a step with this delay is due when it is, one after the other. */
  public List<Shift> shifts(Instant base, Delay delay) {
    List<Shift> shifts = new ArrayList<>(delayed(base, delay));
    shifts.addAll(shifts(end(shifts, base)));
    return shifts;
  }

  /** What keeps mail from leaving at {@code wanted}, one reason after the other, till it may. */
  public List<Shift> shifts(Instant wanted) {
    List<Shift> shifts = new ArrayList<>();
    Instant at = wanted;
    // Ends: the days are at least one a week, and no calendar closes one for good.
    for (LocalDateTime local = local(at); !isOpen(local); local = local(at)) {
      at = next(at, local);
      Wait why = reason(local);
      if (!shifts.isEmpty() && shifts.getLast().why() == why) {
        shifts.removeLast();
      }
      shifts.add(new Shift(why, at));
    }
    return shifts;
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
    return isOpen(local(instant));
  }

  /** When mail may leave no longer that may leave at this instant: its window closes that day. */
  public Instant closes(Instant open) {
    LocalDateTime local = local(open);
    Instant close = open.plus(Duration.between(local, windows.closing(local)));
    ZoneOffsetTransition change = zone.getRules().nextTransition(open);
    return change == null || change.getInstant().isAfter(close) ? close : change.getInstant();
  }

  private List<Shift> delayed(Instant base, Delay delay) {
    return delay.shifts(base.atZone(zone), this::isBusinessDay);
  }

  private static Instant end(List<Shift> shifts, Instant base) {
    return shifts.isEmpty() ? base : shifts.getLast().until();
  }

  private boolean isOpen(LocalDateTime local) {
    return windows.include(local) && !holidays.include(local.toLocalDate());
  }

  /** The next opening or midnight by the clock; or when the clock is changed, if that is first. */
  private Instant next(Instant at, LocalDateTime local) {
    Instant next = at.plus(Duration.between(local, windows.nextOn(local)));
    ZoneOffsetTransition change = zone.getRules().nextTransition(at);
    return change == null || change.getInstant().isAfter(next) ? next : change.getInstant();
  }

  private LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, zone);
  }

  private boolean isBusinessDay(LocalDate date) {
    return !isWeekend(date) && !holidays.include(date);
  }

  private Wait reason(LocalDateTime local) {
    LocalDate date = local.toLocalDate();
    if (holidays.include(date)) {
      return Wait.HOLIDAY;
    }
    return isWeekend(date) && !windows.isOn(date) ? Wait.WEEKEND : Wait.WINDOW;
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
