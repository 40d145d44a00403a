package dev.stepwise.cadence;

import dev.stepwise.InvalidValueException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hours in which mail may leave, on the named days: from {@code from} to before {@code to}, both in
 * minutes since local midnight, {@code to} up to 1,440 (24:00).
 */
public record Window(Set<DayOfWeek> days, int from, int to) {
  /** One minute past the last of a day. */
  public static final int MIDNIGHT = 24 * 60;

  public Window {
    if (days.isEmpty()) {
      throw new InvalidValueException("must name at least one day");
    }
    if (from < 0 || to > MIDNIGHT || from >= to) {
      throw new InvalidValueException("must begin before it ends, within one day");
    }
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
  }

  boolean includes(LocalDateTime time) {
    int second = time.toLocalTime().toSecondOfDay();
    return days.contains(time.getDayOfWeek()) && second >= from * 60 && second < to * 60;
  }

  /** True when there is a time that is in both. */
  public boolean overlaps(Window other) {
    return from < other.to && other.from < to && !Collections.disjoint(days, other.days);
  }

  /** When it opens by the clock, on the days that it has. */
  LocalTime opens() {
    return LocalTime.ofSecondOfDay(from * 60L);
  }
}
