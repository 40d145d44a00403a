package dev.stepwise.cadence;

import static dev.stepwise.cadence.CadenceExamples.NEW_YORK;
import static dev.stepwise.cadence.CadenceExamples.ROME;
import static dev.stepwise.cadence.CadenceExamples.anyTimeIn;
import static dev.stepwise.cadence.CadenceExamples.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendar days keep the clock time, exact time does not. */
class DelayAcrossDstTest {
  /** Rome: 29 March 2026 02:00 +01:00 to 03:00 +02:00; 25 October 03:00 +02:00 to 02:00 +01:00. */
  @ParameterizedTest
  @CsvSource({
    // Into summer: the day is 23 hours long.
    "2026-03-28T10:00:00+01:00, P1D,    2026-03-29T10:00:00+02:00",
    "2026-03-28T10:00:00+01:00, PT24H,  2026-03-29T11:00:00+02:00",
    "2026-03-28T10:00:00+01:00, P1DT2H, 2026-03-29T12:00:00+02:00",
    "2026-03-28T01:00:00+01:00, P1DT2H, 2026-03-29T04:00:00+02:00",
    // 02:30 does not exist on the 29th: it moves on by the hour that is skipped.
    "2026-03-28T02:30:00+01:00, P1D,    2026-03-29T03:30:00+02:00",
    "2026-03-28T02:30:00+01:00, P2D,    2026-03-30T02:30:00+02:00",
    // Into winter: the day is 25 hours long.
    "2026-10-24T10:00:00+02:00, P1D,    2026-10-25T10:00:00+01:00",
    "2026-10-24T10:00:00+02:00, PT24H,  2026-10-25T09:00:00+01:00",
    // 02:30 comes twice on the 25th: the first is meant.
    "2026-10-24T02:30:00+02:00, P1D,    2026-10-25T02:30:00+02:00",
    "2026-02-01T02:30:00+01:00, P266D,  2026-10-25T02:30:00+02:00",
    "2026-10-25T02:30:00+01:00, P1D,    2026-10-26T02:30:00+01:00",
    "2026-10-25T02:30:00+01:00, PT0S,   2026-10-25T02:30:00+01:00"
  })
  void days_in_rome(String base, String delay, String expected) {
    Due due = anyTimeIn(ROME).after(at(base), Delay.parse(delay));

    assertThat(due).isEqualTo(new Due(at(expected), Wait.DELAY));
  }

  /** New York: 8 March 2026 02:00 -05:00 to 03:00 -04:00; 1 November 02:00 -04:00 to 01:00. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-07T09:00:00-05:00, P1D,    2026-03-08T09:00:00-04:00",
    "2026-03-07T09:00:00-05:00, PT24H,  2026-03-08T10:00:00-04:00",
    "2026-03-07T02:15:00-05:00, P1D,    2026-03-08T03:15:00-04:00",
    "2026-10-31T09:00:00-04:00, P1D,    2026-11-01T09:00:00-05:00",
    "2026-10-31T09:00:00-04:00, PT24H,  2026-11-01T08:00:00-05:00",
    "2026-10-30T09:00:00-04:00, 1BD,    2026-11-02T09:00:00-05:00",
    "2026-10-31T01:30:00-04:00, P1D,    2026-11-01T01:30:00-04:00"
  })
  void days_in_new_york(String base, String delay, String expected) {
    Due due = anyTimeIn(NEW_YORK).after(at(base), Delay.parse(delay));

    assertThat(due.at()).isEqualTo(at(expected));
  }

  /** Friday 2026-03-27 10:00 in Rome (+01:00); from Sunday on +02:00. */
  @ParameterizedTest
  @CsvSource({
    "0BD, 2026-03-27T10:00:00+01:00",
    "1BD, 2026-03-30T10:00:00+02:00",
    "5BD, 2026-04-03T10:00:00+02:00",
    "6BD, 2026-04-07T10:00:00+02:00" // Easter Monday, the 6th, is a holiday here.
  })
  void business_days_pass_over_weekends_and_holidays(String delay, String expected) {
    Cadence cadence =
        new Cadence(CadenceExamples.ANY_TIME, Holidays.of(LocalDate.of(2026, 4, 6)), ROME);

    Due due = cadence.after(at("2026-03-27T10:00:00+01:00"), Delay.parse(delay));

    assertThat(due.at()).isEqualTo(at(expected));
  }

  @Test
  void business_days_from_a_sunday_begin_on_monday() {
    // Sunday 2026-11-08, +01:00.
    Instant sunday = at("2026-11-08T10:00:00+01:00");

    Due due = anyTimeIn(ROME).after(sunday, Delay.parse("1BD"));

    assertThat(due.at()).isEqualTo(at("2026-11-09T10:00:00+01:00"));
  }

  @Test
  void a_calendar_day_may_end_on_a_date_that_its_zone_skipped() {
    // Samoa went from -10:00 to +14:00 at the end of 2011-12-29: there was no 30th.
    Instant base = at("2011-12-29T10:00:00-10:00");

    Due due = anyTimeIn(ZoneId.of("Pacific/Apia")).after(base, Delay.parse("P1D"));

    assertThat(due.at()).isEqualTo(at("2011-12-31T10:00:00+14:00"));
  }
}
