package dev.stepwise.matching;

import dev.stepwise.enrollment.EnrollmentId;
import java.util.Locale;

/** An enrollment that a mail answers, and how that is known. */
public record Match(EnrollmentId enrollment, How how) {
  /** The surest first. */
  public enum How {
    /** The mail was sent to an address that only our mail names. */
    TOKEN,
    /** It names a mail of ours that it answers. */
    REFERENCE,
    /** Its From is the contact's address. */
    ADDRESS,
    /** It answers another enrollment of the same person. */
    PERSON;

    /** The name that it has in stored items and on timelines. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
