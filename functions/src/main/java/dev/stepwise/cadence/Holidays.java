package dev.stepwise.cadence;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The days on which nothing leaves: own dates, and the public holidays of regions. */
public record Holidays(Set<LocalDate> dates, SortedSet<Region> regions) {
  public static final Holidays NONE = of();

  public Holidays {
    dates = Set.copyOf(dates);
    regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
  }

  /** Own dates only. */
  public static Holidays of(LocalDate... dates) {
    return new Holidays(Set.of(dates), new TreeSet<>());
  }

  public boolean include(LocalDate date) {
    return dates.contains(date) || regions.stream().anyMatch(region -> region.isHoliday(date));
  }
}
