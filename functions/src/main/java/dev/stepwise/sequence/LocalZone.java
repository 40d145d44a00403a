package dev.stepwise.sequence;

import java.time.ZoneId;
import java.util.Locale;

/** The zone by whose clock an enrollment goes, and how it was found. */
public record LocalZone(ZoneId zone, Source source) {

  /** Where a zone comes from. */
  public enum Source {
    /** The contact's own. */
    CONTACT,
    /** That of the contact's country, where clocks show the same everywhere. */
    COUNTRY,
    /** That of the capital of the contact's country, which has several: a guess. */
    CAPITAL,
    SENDER,
    /** The sequence has one for everybody. */
    SEQUENCE;

    /** The name that the API gives it. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** As timelines tell it. */
  @Override
  public String toString() {
    return zone.getId() + " (" + source.wire() + ")";
  }
}
