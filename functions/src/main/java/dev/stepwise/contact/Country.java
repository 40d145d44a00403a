package dev.stepwise.contact;

import dev.stepwise.InvalidValueException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The country of a contact or of the contact's company: an ISO 3166-1 alpha-2 code such as DE. */
public record Country(String code) {
  private static final Set<String> CODES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  public Country {
    if (!CODES.contains(code)) {
      throw new InvalidValueException("must be an ISO 3166 country code such as DE or US");
    }
  }

  /** The zone of its capital; none for the few places that have no people of their own. */
  public Optional<ZoneId> zone() {
    return Optional.ofNullable(CountryZones.CAPITALS.get(code));
  }

  /** True when clocks in all of it show the same. */
  public boolean hasOneClock() {
    return !CountryZones.SEVERAL.contains(code);
  }

  @Override
  public String toString() {
    return code;
  }
}
