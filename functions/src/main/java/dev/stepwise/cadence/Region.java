package dev.stepwise.cadence;

import dev.stepwise.InvalidValueException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Where public holidays are kept: a country, or a part of one, by ISO 3166 code such as DE, US-NY
 * or DE-BY.
 */
public record Region(String code) implements Comparable<Region> {
  private static final Pattern SYNTAX = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,4}){0,2}");

  public Region {
    if (!SYNTAX.matcher(code).matches()) {
      throw unknown();
    }
  }

  /** A region whose holidays are known. */
  public static Region parse(String code) {
    Region region = new Region(code);
    if (!PublicHolidays.areKnown(region)) {
      throw unknown();
    }
    return region;
  }

  boolean isHoliday(LocalDate date) {
    return PublicHolidays.in(this, date.getYear()).contains(date);
  }

  private static InvalidValueException unknown() {
    return new InvalidValueException(
        "must be the code of a country or of a part of one whose holidays are known, such as DE or"
            + " US-NY");
  }

  @Override
  public int compareTo(Region other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
