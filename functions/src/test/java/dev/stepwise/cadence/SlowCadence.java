package dev.stepwise.cadence;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What cadences do, done minute by minute by the clock on the wall: too slow, and obvious. */
final class SlowCadence {
  private final Cadence rules;

  SlowCadence(Cadence rules) {
    this.rules = rules;
  }

  Instant after(Instant base, Delay delay) {
    return fit(delayed(base, delay));
  }

  /** Waits a minute at a time: windows and clock changes begin and end with a minute. */
  Instant fit(Instant wanted) {
    Instant at = wanted;
    while (!isOpen(local(at))) {
      at = at.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    }
    return at;
  }

  /** The delay alone. */
  Instant delayed(Instant base, Delay delay) {
    return switch (delay) {
      case Delay.Elapsed(int days, Duration time) ->
          (days == 0 ? base : first(local(base).plusDays(days), base)).plus(time);
      case Delay.BusinessDays(int days) -> {
        LocalDateTime day = local(base);
        int counted = 0;
        while (counted < days) {
          day = day.plusDays(1);
          counted += isBusinessDay(day.toLocalDate()) ? 1 : 0;
        }
        yield days == 0 ? base : first(day, base);
      }
      case NotBefore(Delay shorter, LocalDateTime moment) -> {
        Instant due = delayed(base, shorter);
        yield local(due).isBefore(moment) ? first(moment, due) : due;
      }
    };
  }

  /** When clocks first show that time; if they never do, when they would had they not changed. */
  private Instant first(LocalDateTime wanted, Instant base) {
    Duration ahead = Duration.between(local(base), wanted);
    Instant early = base.plus(ahead).minus(26, ChronoUnit.HOURS);
    for (int minute = 0; minute <= 52 * 60; minute++) {
      Instant at = early.plus(minute, ChronoUnit.MINUTES);
      if (local(at).equals(wanted)) {
        return at;
      }
    }
    Instant before = early;
    while (local(before.plus(1, ChronoUnit.MINUTES)).isBefore(wanted)) {
      before = before.plus(1, ChronoUnit.MINUTES);
    }
    return before.plus(Duration.between(local(before), wanted));
  }

  private boolean isOpen(LocalDateTime local) {
    int minute = local.getHour() * 60 + local.getMinute();
    return !rules.holidays().include(local.toLocalDate())
        && rules.windows().list().stream()
            .anyMatch(window ->
                window.days().contains(local.getDayOfWeek())
                    && window.from() <= minute
                    && minute < window.to());
  }

  private boolean isBusinessDay(LocalDate date) {
    return date.getDayOfWeek() != DayOfWeek.SATURDAY
        && date.getDayOfWeek() != DayOfWeek.SUNDAY
        && !rules.holidays().include(date);
  }

  private LocalDateTime local(Instant at) {
    ZoneId zone = rules.zone();
    return LocalDateTime.ofInstant(at, zone);
  }
}
