package dev.stepwise.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.focus_shift.jollyday.core.HolidayManager;
import dev.stepwise.InvalidValueException;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {
  @ParameterizedTest
  @CsvSource({
    "DE,    2026-10-03, true", // Day of German Unity
    "DE,    2026-11-01, false", // All Saints, in some of the states
    "DE-BY, 2026-11-01, true",
    "DE-BY, 2026-10-03, true",
    "DE-BE, 2026-11-01, false",
    "US,    2026-11-26, true", // Thanksgiving
    "US,    2026-07-03, true", // Independence Day, a Saturday, is kept on Friday
    "US,    2026-07-04, false",
    "US,    2027-12-31, true", // New Year's Day 2028, a Saturday
    "IT,    2026-06-02, true",
    "IT,    2026-06-03, false",
    "GB,    2026-12-28, true", // Boxing Day, a Saturday, is kept on Monday
    "NL,    2026-04-03, false" // Good Friday is observed, and people work
  })
  void public_holidays_of_regions_are_known(Region region, LocalDate date, boolean expected) {
    assertThat(region.isHoliday(date)).isEqualTo(expected);
  }

  @Test
  void a_day_is_a_holiday_by_its_date_or_in_any_of_the_regions() {
    Holidays holidays =
        new Holidays(
            Set.of(LocalDate.of(2026, 8, 14)),
            new TreeSet<>(List.of(new Region("IT"), new Region("DE"))));

    assertThat(Stream.of("2026-08-14", "2026-06-02", "2026-10-03").map(LocalDate::parse))
        .allMatch(holidays::include);
    assertThat(holidays.include(LocalDate.of(2026, 8, 13))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "D", "de", "DEU", "XX", "UK", "TH", "US-", "US-XX", "US-NY-XX", "NYSE"})
  void a_region_whose_holidays_nobody_knows_is_refused(String code) {
    assertThatThrownBy(() -> Region.parse(code))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("US-NY");
  }

  @Test
  void a_country_without_a_calendar_has_no_holidays() {
    assertThat(new Region("TH").isHoliday(LocalDate.of(2026, 1, 1))).isFalse();
  }

  static Stream<String> countries() {
    return HolidayManager.getSupportedCalendarCodes().stream()
        .filter(code -> code.length() == 2)
        .sorted();
  }

  /** So that a search for an open day ends, whatever days a window has. */
  @ParameterizedTest
  @MethodSource("countries")
  void no_country_closes_a_day_of_the_week_for_months(String code) {
    Region region = Region.parse(code);

    for (int year = 2026; year < 2030; year++) {
      LocalDate date = LocalDate.of(year, Month.JANUARY, 1);
      for (int day = 0; day < 365; day++) {
        LocalDate any = date.plusDays(day);
        assertThat(Stream.iterate(any, d -> d.plusWeeks(1)).limit(6))
            .as("%s", any)
            .anyMatch(d -> !region.isHoliday(d));
      }
    }
  }
}
