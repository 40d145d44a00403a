package dev.stepwise.cadence;

import dev.stepwise.InvalidValueException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;

/** All windows in which mail may leave: one at least, and no two that overlap on a day. */
public record Windows(List<Window> list) {
  /** Monday to Friday, 09:00 to before 17:00. */
  public static final Windows OFFICE_HOURS =
      of(new Window(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 9 * 60, 17 * 60));

  public Windows {
    list = List.copyOf(list);
    if (list.isEmpty()) {
      throw new InvalidValueException("must be one window at least");
    }
    for (int i = 1; i < list.size(); i++) {
      if (list.subList(0, i).stream().anyMatch(list.get(i)::overlaps)) {
        throw new InvalidValueException("must not overlap");
      }
    }
  }

  public static Windows of(Window... windows) {
    return new Windows(List.of(windows));
  }

  boolean include(LocalDateTime time) {
    return list.stream().anyMatch(window -> window.includes(time));
  }

  /** When the window of that time closes by the clock; the time itself if it is in none. */
  LocalDateTime closing(LocalDateTime time) {
    return list.stream()
        .filter(window -> window.includes(time))
        .map(window -> time.toLocalDate().atStartOfDay().plusMinutes(window.to()))
        .findFirst()
        .orElse(time);
  }

  /** True when there is a window on that day of the week. */
  boolean isOn(LocalDate date) {
    return list.stream().anyMatch(window -> window.days().contains(date.getDayOfWeek()));
  }

  /** The next opening by the clock on the same day, or that day's end. */
  LocalDateTime nextOn(LocalDateTime time) {
    LocalDate date = time.toLocalDate();
    return list.stream()
        .filter(window -> window.days().contains(date.getDayOfWeek()))
        .map(window -> date.atTime(window.opens()))
        .filter(opens -> opens.isAfter(time))
        .min(LocalDateTime::compareTo)
        .orElseGet(() -> date.plusDays(1).atStartOfDay());
  }
}
