package dev.stepwise.cadence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;

/** Zones, windows and instants to try cadences with. */
public final class CadenceExamples {
  public static final ZoneId ROME = ZoneId.of("Europe/Rome");
  public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  public static final Windows ANY_TIME =
      Windows.of(new Window(Set.of(DayOfWeek.values()), 0, Window.MIDNIGHT));

  private CadenceExamples() {}

  /** Wednesday, 4 November 2026, 12:00 in Rome (+01:00). */
  public static Instant noonInRome() {
    return at("2026-11-04T12:00:00+01:00");
  }

  public static Instant at(String offsetDateTime) {
    return OffsetDateTime.parse(offsetDateTime).toInstant();
  }

  /** Monday to Friday, 09:00 to 17:00. */
  public static Cadence officeHoursIn(ZoneId zone, LocalDate... holidays) {
    return new Cadence(Windows.OFFICE_HOURS, Holidays.of(holidays), zone);
  }

  /** Every day, all day. */
  public static Cadence anyTimeIn(ZoneId zone) {
    return new Cadence(ANY_TIME, Holidays.NONE, zone);
  }

  /** Every day, between these minutes since midnight. */
  static Cadence dailyIn(ZoneId zone, int from, int to) {
    return new Cadence(
        Windows.of(new Window(Set.of(DayOfWeek.values()), from, to)), Holidays.NONE, zone);
  }
}
