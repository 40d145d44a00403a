package dev.stepwise.sequence;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Settings that differ from the usual ones in one thing. */
public final class SettingsExamples {
  private static final Settings USUAL = Settings.DEFAULTS;

  private SettingsExamples() {}

  /** Nothing but these ends an enrollment. */
  public static Settings stoppingOn(StopOn... what) {
    EnumSet<StopOn> stopOn = EnumSet.noneOf(StopOn.class);
    stopOn.addAll(Set.of(what));
    return of(stopOn, USUAL.holidays(), USUAL.outOfOffice());
  }

  /** On these days nothing leaves. */
  public static Settings closedOn(LocalDate... holidays) {
    return of(USUAL.stopOn(), HolidayRule.of(Set.of(holidays)), USUAL.outOfOffice());
  }

  /** Who is away is left alone for so long. */
  public static Settings away(OutOfOffice rule) {
    return of(USUAL.stopOn(), USUAL.holidays(), rule);
  }

  private static Settings of(Set<StopOn> stopOn, HolidayRule holidays, OutOfOffice away) {
    return new Settings(
        USUAL.timeZone(),
        USUAL.windows(),
        USUAL.threading(),
        stopOn,
        holidays,
        USUAL.onUnknownOutcome(),
        USUAL.unknownGrace(),
        USUAL.optOutLine(),
        away,
        USUAL.softBounceLimit());
  }
}
