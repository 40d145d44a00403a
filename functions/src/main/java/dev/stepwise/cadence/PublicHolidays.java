package dev.stepwise.cadence;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a region does not work, from Jollyday's calendars: read when first asked for,
 * for the first costs a few hundred milliseconds, and kept by region and year.
 */
final class PublicHolidays {
  private static final Map<InYear, Set<LocalDate>> FOUND = new ConcurrentHashMap<>();

  private PublicHolidays() {}

  static boolean areKnown(Region region) {
    String[] parts = parts(region);
    return HolidayManager.getSupportedCalendarCodes().contains(parts[0].toUpperCase(Locale.ROOT))
        && isPart(manager(parts).getCalendarHierarchy(), parts, 1);
  }

  /** A region's holidays in that year; a region that is not known has none. */
  static Set<LocalDate> in(Region region, int year) {
    return FOUND.computeIfAbsent(new InYear(region, year), PublicHolidays::find);
  }

  private static Set<LocalDate> find(InYear wanted) {
    if (!areKnown(wanted.region)) {
      return Set.of();
    }
    String[] parts = parts(wanted.region);
    // A New Year's Day on a Saturday may be kept on the last day of the year before.
    return IntStream.rangeClosed(wanted.year - 1, wanted.year + 1)
        .mapToObj(Year::of)
        .flatMap(year -> manager(parts).getHolidays(year, tail(parts)).stream())
        .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
        .map(Holiday::getDate)
        .filter(date -> date.getYear() == wanted.year)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isPart(@Nullable CalendarHierarchy whole, String[] parts, int depth) {
    return whole != null
        && (depth == parts.length
            || isPart(whole.getChildren().get(parts[depth]), parts, depth + 1));
  }

  private static HolidayManager manager(String[] parts) {
    return HolidayManager.getInstance(ManagerParameters.create(parts[0]));
  }

  private static String[] parts(Region region) {
    return region.code().toLowerCase(Locale.ROOT).split("-", -1);
  }

  private static String[] tail(String[] parts) {
    return Arrays.copyOfRange(parts, 1, parts.length);
  }

  private record InYear(Region region, int year) {}
}
