package dev.stepwise.cadence;

import dev.stepwise.InvalidValueException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A delay, and not before that moment by the clock of the enrollment's zone. */
public record NotBefore(Delay delay, LocalDateTime moment) implements Delay {
  private static final LocalDateTime FIRST = LocalDate.of(2000, 1, 1).atStartOfDay();
  private static final LocalDateTime LAST = LocalDate.of(2100, 1, 1).atStartOfDay();

  @Override
  public LocalDate day(LocalDate base, Predicate<LocalDate> businessDay) {
    return delay.day(base, businessDay);
  }

  @Override
  public Duration time() {
    return delay.time();
  }

  @Override
  public Delay atStart() {
    return new NotBefore(delay.atStart(), moment);
  }

  @Override
  public List<Shift> shifts(ZonedDateTime base, Predicate<LocalDate> businessDay) {
    List<Shift> shifts = new ArrayList<>(delay.shifts(base, businessDay));
    Instant due = shifts.isEmpty() ? base.toInstant() : shifts.getLast().until();
    Instant earliest = moment.atZone(base.getZone()).toInstant();
    if (earliest.isAfter(due)) {
      shifts.add(new Shift(Wait.NOT_BEFORE, earliest));
    }
    return shifts;
  }

  /** As it is written: a date alone where the moment is its beginning. */
  public String wire() {
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : moment.toString();
  }

  /** Reads the moment: a date, or a date and a time of day without an offset. */
  public static LocalDateTime moment(String text) {
    try {
      LocalDateTime moment =
          text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay();
      if (!moment.isBefore(FIRST) && moment.isBefore(LAST)) {
        return moment;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new InvalidValueException(
        "must be a date such as 2026-12-01, or one with a local time such as 2026-12-01T09:00,"
            + " from 2000 to 2099");
  }
}
