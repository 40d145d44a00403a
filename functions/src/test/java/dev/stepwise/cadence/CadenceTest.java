package dev.stepwise.cadence;

import static dev.stepwise.cadence.CadenceExamples.NEW_YORK;
import static dev.stepwise.cadence.CadenceExamples.ROME;
import static dev.stepwise.cadence.CadenceExamples.at;
import static dev.stepwise.cadence.CadenceExamples.dailyIn;
import static dev.stepwise.cadence.CadenceExamples.noonInRome;
import static dev.stepwise.cadence.CadenceExamples.officeHoursIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.InvalidValueException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
  private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25); // a Friday

  /** Rome is at +01:00 in all of these. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-04T12:00:00+01:00,     2026-11-04T12:00:00+01:00, DELAY",
    "2026-11-04T09:00:00+01:00,     2026-11-04T09:00:00+01:00, DELAY",
    "2026-11-04T08:59:59.999+01:00, 2026-11-04T09:00:00+01:00, WINDOW",
    "2026-11-04T16:59:59.999+01:00, 2026-11-04T16:59:59.999+01:00, DELAY",
    "2026-11-04T17:00:00+01:00,     2026-11-05T09:00:00+01:00, WINDOW",
    "2026-11-06T17:00:00+01:00,     2026-11-09T09:00:00+01:00, WINDOW",
    "2026-11-07T12:00:00+01:00,     2026-11-09T09:00:00+01:00, WEEKEND",
    "2026-12-25T12:00:00+01:00,     2026-12-28T09:00:00+01:00, HOLIDAY",
    "2026-12-24T17:00:00+01:00,     2026-12-28T09:00:00+01:00, WINDOW",
    "2026-12-25T00:00:00+01:00,     2026-12-28T09:00:00+01:00, HOLIDAY"
  })
  void mail_waits_for_office_hours_and_says_for_what(String wanted, String expected, Wait why) {
    Due due = officeHoursIn(ROME, CHRISTMAS).fit(at(wanted), Wait.DELAY);

    assertThat(due).isEqualTo(new Due(at(expected), why));
  }

  @Test
  void what_fits_keeps_its_own_reason() {
    Due due = officeHoursIn(ROME).fit(noonInRome(), Wait.START_AT);

    assertThat(due).isEqualTo(new Due(noonInRome(), Wait.START_AT));
  }

  @Test
  void a_window_may_last_until_midnight() {
    // 18:00 to 24:00 in Rome, +01:00.
    Cadence evenings = dailyIn(ROME, 18 * 60, Window.MIDNIGHT);

    assertThat(evenings.allows(at("2026-11-04T23:59:59.999+01:00"))).isTrue();
    assertThat(evenings.allows(at("2026-11-05T00:00:00+01:00"))).isFalse();
  }

  @Test
  void a_weekend_window_waits_for_the_weekend() {
    Cadence saturdays =
        new Cadence(Windows.of(new Window(Set.of(DayOfWeek.SATURDAY), 0, 60)), Holidays.NONE, ROME);

    Due due = saturdays.fit(noonInRome(), Wait.DELAY);

    assertThat(due.at()).isEqualTo(at("2026-11-07T00:00:00+01:00"));
  }

  /** Rome skips 02:00 to 03:00 on 29 March 2026: +01:00 becomes +02:00. */
  @ParameterizedTest
  @CsvSource({
    "120, 180", // 02:00 to 03:00
    "120, 150", // 02:00 to 02:30
    "135, 165" // 02:15 to 02:45
  })
  void a_window_that_summer_time_swallows_is_no_window_that_day(int from, int to) {
    Cadence nights = dailyIn(ROME, from, to);

    Due due = nights.fit(at("2026-03-29T00:30:00+01:00"), Wait.DELAY);

    assertThat(due.at().atZone(ROME).toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 30));
    assertThat(due.at().atZone(ROME).toLocalTime()).isEqualTo(LocalTime.of(from / 60, from % 60));
  }

  @Test
  void a_window_that_opens_in_the_skipped_hour_opens_at_its_end() {
    // 02:30 to 17:00: on 29 March 2026 from 03:00 +02:00.
    Due due = dailyIn(ROME, 150, 17 * 60).fit(at("2026-03-29T01:00:00+01:00"), Wait.DELAY);

    assertThat(due.at()).isEqualTo(at("2026-03-29T03:00:00+02:00"));
  }

  @Test
  void a_window_that_closes_in_the_skipped_hour_closes_at_its_beginning() {
    // 01:00 to 02:30: on 29 March 2026 until 02:00 +01:00, which is 03:00 +02:00.
    Cadence nights = dailyIn(ROME, 60, 150);

    assertThat(nights.allows(at("2026-03-29T01:59:59+01:00"))).isTrue();
    assertThat(nights.allows(at("2026-03-29T03:00:00+02:00"))).isFalse();
    assertThat(nights.allows(at("2026-03-29T03:15:00+02:00"))).isFalse();
  }

  /** Lunch is left out, and Saturdays have a morning; Rome is at +01:00. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-04T11:59:59+01:00, 2026-11-04T11:59:59+01:00, DELAY",
    "2026-11-04T12:00:00+01:00, 2026-11-04T13:30:00+01:00, WINDOW",
    "2026-11-04T17:00:00+01:00, 2026-11-05T09:00:00+01:00, WINDOW",
    "2026-11-06T18:00:00+01:00, 2026-11-07T10:00:00+01:00, WINDOW",
    "2026-11-07T12:00:00+01:00, 2026-11-09T09:00:00+01:00, WINDOW",
    "2026-11-08T12:00:00+01:00, 2026-11-09T09:00:00+01:00, WEEKEND"
  })
  void several_windows_a_day_are_kept(String wanted, String expected, Wait why) {
    Set<DayOfWeek> weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    Windows windows =
        Windows.of(
            new Window(weekdays, 13 * 60 + 30, 17 * 60),
            new Window(weekdays, 9 * 60, 12 * 60),
            new Window(Set.of(DayOfWeek.SATURDAY), 10 * 60, 12 * 60));

    Due due = new Cadence(windows, Holidays.NONE, ROME).fit(at(wanted), Wait.DELAY);

    assertThat(due).isEqualTo(new Due(at(expected), why));
  }

  @Test
  void every_reason_to_wait_is_told_in_order() {
    // Friday evening before a Monday that is a holiday, +01:00.
    Cadence cadence = officeHoursIn(ROME, LocalDate.of(2026, 11, 9));

    List<Shift> shifts = cadence.shifts(at("2026-11-06T18:00:00+01:00"));

    assertThat(shifts)
        .containsExactly(
            new Shift(Wait.WINDOW, at("2026-11-07T00:00:00+01:00")),
            new Shift(Wait.WEEKEND, at("2026-11-09T00:00:00+01:00")),
            new Shift(Wait.HOLIDAY, at("2026-11-10T00:00:00+01:00")),
            new Shift(Wait.WINDOW, at("2026-11-10T09:00:00+01:00")));
  }

  /** Rome is at +01:00; Tuesday, 1 December 2026 is the date. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-20T10:00:00+01:00, P2D, 2026-12-01,       2026-12-01T09:00:00+01:00, WINDOW",
    "2026-11-20T10:00:00+01:00, P2D, 2026-12-01T11:30, 2026-12-01T11:30:00+01:00, NOT_BEFORE",
    "2026-11-20T10:00:00+01:00, 8BD, 2026-12-01T11:30, 2026-12-02T10:00:00+01:00, DELAY",
    "2026-11-20T10:00:00+01:00, P2D, 2026-12-05T12:00, 2026-12-07T09:00:00+01:00, WEEKEND",
    "2026-12-02T10:00:00+01:00, PT0S, 2026-12-01,      2026-12-02T10:00:00+01:00, DELAY"
  })
  void a_step_waits_for_its_date(
      String base, String delay, String date, String expected, Wait why) {
    Delay dated = new NotBefore(Delay.parse(delay), NotBefore.moment(date));

    assertThat(officeHoursIn(ROME).after(at(base), dated)).isEqualTo(new Due(at(expected), why));
    assertThat(((NotBefore) dated).wire()).isEqualTo(date);
  }

  @Test
  void windows_that_overlap_on_a_day_are_refused() {
    Window morning = new Window(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), 540, 720);
    Window noon = new Window(Set.of(DayOfWeek.TUESDAY), 719, 800);

    assertThatThrownBy(() -> Windows.of(morning, noon)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(Windows::of).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void a_window_that_begins_in_the_repeated_hour_opens_closes_and_opens_again() {
    // 01:30 to 02:30 in New York on 1 November 2026: at 02:00 -04:00 it is 01:00 -05:00 again.
    Cadence nights = dailyIn(NEW_YORK, 90, 150);

    assertThat(nights.allows(at("2026-11-01T01:59:59-04:00"))).isTrue();
    assertThat(nights.fit(at("2026-11-01T01:00:00-05:00"), Wait.DELAY))
        .isEqualTo(new Due(at("2026-11-01T01:30:00-05:00"), Wait.WINDOW));
    assertThat(nights.allows(at("2026-11-01T02:29:59-05:00"))).isTrue();
    assertThat(nights.allows(at("2026-11-01T02:30:00-05:00"))).isFalse();
  }

  @Test
  void a_window_over_the_repeated_hour_is_an_hour_longer() {
    // New York repeats 01:00 to 02:00 on 1 November 2026, first at -04:00, then at -05:00.
    Cadence nights = dailyIn(NEW_YORK, 60, 180);

    assertThat(nights.allows(at("2026-11-01T01:30:00-04:00"))).isTrue();
    assertThat(nights.allows(at("2026-11-01T01:30:00-05:00"))).isTrue();
    assertThat(nights.allows(at("2026-11-01T02:59:59-05:00"))).isTrue();
    assertThat(nights.allows(at("2026-11-01T03:00:00-05:00"))).isFalse();
  }

  @Test
  void a_date_that_its_zone_skipped_has_no_window() {
    // Samoa skipped Friday 2011-12-30, from -10:00 to +14:00; the 31st was a Saturday.
    Due due =
        officeHoursIn(ZoneId.of("Pacific/Apia")).fit(at("2011-12-29T20:00:00-10:00"), Wait.DELAY);

    assertThat(due.at()).isEqualTo(at("2012-01-02T09:00:00+14:00"));
  }

  @Test
  void zones_may_be_off_by_quarters_of_an_hour() {
    // Kathmandu is at +05:45 all year.
    Due due =
        officeHoursIn(ZoneId.of("Asia/Kathmandu")).fit(at("2026-11-04T03:00:00Z"), Wait.DELAY);

    assertThat(due.at()).isEqualTo(at("2026-11-04T09:00:00+05:45"));
  }

  @Test
  void a_window_must_begin_before_it_ends_and_name_a_day() {
    Set<DayOfWeek> monday = Set.of(DayOfWeek.MONDAY);

    assertThatThrownBy(() -> new Window(monday, 60, 60)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new Window(monday, 61, 60)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new Window(monday, -1, 60)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new Window(monday, 0, 1441)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new Window(Set.of(), 0, 1)).isInstanceOf(InvalidValueException.class);
  }
}
