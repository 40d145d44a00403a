package dev.stepwise.enrollment;

import static dev.stepwise.cadence.CadenceExamples.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.cadence.Cadence;
import dev.stepwise.cadence.Holidays;
import dev.stepwise.cadence.Windows;
import dev.stepwise.judgement.Judgement;
import dev.stepwise.sequence.OutOfOffice;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.SettingsExamples;
import dev.stepwise.sequence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Until when a contact who is away is left alone. The mail came on a Wednesday at noon. */
class AwayTest {
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final Instant CAME = at("2026-11-04T12:00:00+01:00");

  @ParameterizedTest
  @CsvSource({
    // Monday: until Tuesday begins.
    "2026-11-09, 2026-11-10T00:00:00+01:00",
    // Tomorrow is the earliest return.
    "2026-11-05, 2026-11-06T00:00:00+01:00",
    // Friday and the weekend: until Monday begins.
    "2026-11-13, 2026-11-16T00:00:00+01:00",
    "2026-11-14, 2026-11-16T00:00:00+01:00",
    "2026-11-15, 2026-11-16T00:00:00+01:00",
    // 30 days ahead is the latest return that is believed: a Friday.
    "2026-12-04, 2026-12-07T00:00:00+01:00",
  })
  void a_return_holds_until_the_business_day_after_it(LocalDate back, String until) {
    assertThat(hold(Settings.DEFAULTS, ROME, CAME, back)).isEqualTo(at(until));
    assertThat(away(Settings.DEFAULTS, ROME, CAME, back).detail())
        .isEqualTo("back on " + back + "; why");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"2026-11-04", "2026-11-03", "2025-11-09", "2026-12-05", "2027-11-09"})
  void without_a_return_or_with_one_that_is_not_believed_it_is_a_fortnight(
      @Nullable LocalDate back) {
    assertThat(hold(Settings.DEFAULTS, ROME, CAME, back))
        .isEqualTo(at("2026-11-18T12:00:00+01:00"));
    assertThat(away(Settings.DEFAULTS, ROME, CAME, back).detail()).isEqualTo("no return date; why");
  }

  @Test
  void holidays_of_the_sequence_are_no_business_days() {
    Settings closed =
        SettingsExamples.closedOn(LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 11));

    assertThat(hold(closed, ROME, CAME, LocalDate.of(2026, 11, 9)))
        .isEqualTo(at("2026-11-12T00:00:00+01:00"));
  }

  @Test
  void the_settings_say_how_long() {
    Settings short3 = SettingsExamples.away(new OutOfOffice(3, 5));

    assertThat(hold(short3, ROME, CAME, null)).isEqualTo(at("2026-11-07T12:00:00+01:00"));
    assertThat(hold(short3, ROME, CAME, LocalDate.of(2026, 11, 9)))
        .isEqualTo(at("2026-11-10T00:00:00+01:00"));
    assertThat(hold(short3, ROME, CAME, LocalDate.of(2026, 11, 10)))
        .isEqualTo(at("2026-11-07T12:00:00+01:00"));
  }

  @ParameterizedTest
  @CsvSource({
    // Auckland is at +13:00: there it is Thursday already, and Thursday is no return any more.
    "Pacific/Auckland, 2026-11-05, 2026-11-18T11:00:00+00:00",
    "Pacific/Auckland, 2026-11-06, 2026-11-09T00:00:00+13:00",
    // Honolulu is at -10:00: there it is one in the morning of the same Wednesday.
    "Pacific/Honolulu, 2026-11-04, 2026-11-18T11:00:00+00:00",
    "Pacific/Honolulu, 2026-11-05, 2026-11-06T00:00:00-10:00",
  })
  void days_are_those_of_the_contact(String zone, LocalDate back, String until) {
    assertThat(hold(Settings.DEFAULTS, ZoneId.of(zone), CAME, back)).isEqualTo(at(until));
  }

  @ParameterizedTest
  @CsvSource({
    // Rome leaves summer time on Sunday 25 October 2026, Auckland enters it on 27 September.
    "Europe/Rome, 2026-10-20T12:00:00+02:00, 2026-10-23, 2026-10-26T00:00:00+01:00",
    "Europe/Rome, 2027-03-24T12:00:00+01:00, 2027-03-26, 2027-03-29T00:00:00+02:00",
    "Pacific/Auckland, 2026-09-23T12:00:00+12:00, 2026-09-25, 2026-09-28T00:00:00+13:00",
    "Pacific/Auckland, 2027-03-31T12:00:00+13:00, 2027-04-02, 2027-04-05T00:00:00+12:00",
  })
  void a_change_of_the_clock_in_between_does_not_move_midnight(
      String zone, String came, LocalDate back, String until) {
    assertThat(hold(Settings.DEFAULTS, ZoneId.of(zone), at(came), back)).isEqualTo(at(until));
  }

  private static Instant hold(
      Settings settings, ZoneId zone, Instant came, @Nullable LocalDate back) {
    return ((Effect.HoldUntil) away(settings, zone, came, back).effect()).until();
  }

  private static Consequence away(
      Settings settings, ZoneId zone, Instant came, @Nullable LocalDate back) {
    Version usual = EnrollmentExamples.version();
    Version version = new Version(usual.sequence(), 1, settings, usual.steps(), usual.createdAt());
    Cadence cadence =
        new Cadence(
            Windows.OFFICE_HOURS, new Holidays(settings.holidays().dates(), new TreeSet<>()), zone);
    Consequence away =
        Consequence.of(new Judgement.OutOfOffice(back, "why"), new Plan(version, cadence), came);
    assertThat(away.type()).isEqualTo(Entry.Type.OUT_OF_OFFICE);
    return away;
  }
}
