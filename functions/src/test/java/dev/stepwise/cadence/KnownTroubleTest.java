package dev.stepwise.cadence;

import static dev.stepwise.cadence.CadenceExamples.ROME;
import static dev.stepwise.cadence.CadenceExamples.at;
import static dev.stepwise.cadence.CadenceExamples.officeHoursIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users of other engines complained about. Office hours, Monday to Friday 09:00 to 17:00. */
class KnownTroubleTest {
  private static final LocalDate EASTER_MONDAY = LocalDate.of(2026, 4, 6);

  /**
   * The day rolls on, and then the window counts again (mautic/mautic#17283). Friday, 6 November
   * 2026; Rome is at +01:00.
   */
  @ParameterizedTest
  @CsvSource({
    "2026-11-06T16:55:00+01:00, PT10M,  2026-11-09T09:00:00+01:00",
    "2026-11-06T16:55:00+01:00, PT4M,   2026-11-06T16:59:00+01:00",
    "2026-11-06T16:55:00+01:00, PT5M,   2026-11-09T09:00:00+01:00",
    "2026-11-06T16:55:00+01:00, P1D,    2026-11-09T09:00:00+01:00",
    "2026-11-06T16:55:00+01:00, P3D,    2026-11-09T16:55:00+01:00",
    "2026-11-06T16:55:00+01:00, P3DT5M, 2026-11-10T09:00:00+01:00",
    "2026-11-06T16:55:00+01:00, 1BD,    2026-11-09T16:55:00+01:00",
    "2026-11-06T17:30:00+01:00, 1BD,    2026-11-10T09:00:00+01:00",
    "2026-11-06T08:00:00+01:00, 1BD,    2026-11-09T09:00:00+01:00",
    "2026-11-07T12:00:00+01:00, 1BD,    2026-11-09T12:00:00+01:00"
  })
  void the_window_counts_after_every_roll_of_the_day(String base, String delay, String expected) {
    Due due = officeHoursIn(ROME).after(at(base), Delay.parse(delay));

    assertThat(due.at()).isEqualTo(at(expected));
  }

  /** Zones that know no summer time: nine o'clock stays nine o'clock over each change. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Rome,       2026-03-27T09:00:00+01:00, P3D, 2026-03-30T09:00:00+02:00",
    "Europe/Rome,       2026-10-23T09:00:00+02:00, P3D, 2026-10-26T09:00:00+01:00",
    "America/New_York,  2026-03-06T09:00:00-05:00, P3D, 2026-03-09T09:00:00-04:00",
    "America/New_York,  2026-10-30T09:00:00-04:00, P3D, 2026-11-02T09:00:00-05:00",
    "Australia/Sydney,  2026-10-02T09:00:00+10:00, P3D, 2026-10-05T09:00:00+11:00",
    "Africa/Casablanca, 2026-02-13T09:00:00+01:00, P3D, 2026-02-16T09:00:00+00:00",
    "Asia/Kolkata,      2026-03-27T09:00:00+05:30, P3D, 2026-03-30T09:00:00+05:30"
  })
  void clock_times_outlive_changes_of_the_clock(
      ZoneId zone, String base, String delay, String expected) {
    Due due = officeHoursIn(zone).after(at(base), Delay.parse(delay));

    assertThat(due.at()).isEqualTo(at(expected));
  }

  /** Back on Thursday before Easter: a business day more is the Tuesday after it (+02:00). */
  @ParameterizedTest
  @CsvSource({
    "2026-04-01, 2026-04-02T00:00:00+02:00",
    "2026-04-03, 2026-04-07T00:00:00+02:00",
    "2026-04-04, 2026-04-07T00:00:00+02:00"
  })
  void who_returns_has_a_business_day_of_peace(LocalDate back, String expected) {
    assertThat(officeHoursIn(ROME, EASTER_MONDAY).businessDayAfter(back)).isEqualTo(at(expected));
  }
}
