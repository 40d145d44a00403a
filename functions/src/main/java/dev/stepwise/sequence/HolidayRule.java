package dev.stepwise.sequence;

import dev.stepwise.cadence.Holidays;
import dev.stepwise.cadence.Region;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Country;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which holidays a sequence keeps: its own dates, the public ones of regions, and, with {@code
 * ofContact}, those of the contact's country where one is known.
 */
public record HolidayRule(Set<LocalDate> dates, boolean ofContact, SortedSet<Region> regions) {
  public static final HolidayRule NONE = of(Set.of());

  public HolidayRule {
    dates = Set.copyOf(dates);
    regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
  }

  /** Own dates only. */
  public static HolidayRule of(Set<LocalDate> dates) {
    return new HolidayRule(dates, false, new TreeSet<>());
  }

  /** The holidays of one enrollment. */
  public Holidays keptFor(Contact contact) {
    SortedSet<Region> all = new TreeSet<>(regions);
    Country country = contact.country();
    if (ofContact && country != null) {
      all.add(new Region(country.code()));
    }
    return new Holidays(dates, all);
  }
}
