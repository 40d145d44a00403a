package dev.stepwise.sequence;

import dev.stepwise.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * What becomes of a step that could not be done within {@code after} of the instant at which it was
 * due, be it for an outage, a hold on the account or a cap. A person's word (a pause, a retry) and
 * a contact's absence make it due anew.
 */
public record Expiry(Duration after, Then then) {
  /** No shorter: the sweep and timers alone may take some minutes. */
  public static final Duration SHORTEST = Duration.ofMinutes(15);

  private static final Duration LONGEST = Duration.ofDays(365);
  private static final String WANTED =
      "must be an ISO 8601 duration such as PT4H or P2D, between PT15M and P365D";

  public Expiry {
    if (after.compareTo(SHORTEST) < 0 || after.compareTo(LONGEST) > 0) {
      throw new InvalidValueException(WANTED);
    }
  }

  /** Reads {@code PT4H} or {@code P2D}; a day has 24 hours here. */
  public static Duration parse(String text) {
    try {
      return new Expiry(Duration.parse(text), Then.SEND).after;
    } catch (DateTimeParseException e) {
      throw new InvalidValueException(WANTED);
    }
  }

  /** True when a step that was due then is too late now. */
  boolean isOver(Instant promised, Instant now) {
    return now.isAfter(promised.plus(after));
  }

  /** What becomes of it. */
  public enum Then {
    /** It is left out; the next delay counts from now. */
    SKIP,
    /** It is done all the same. */
    SEND,
    /** It stands still before the rep, who resumes or stops it. */
    HOLD;

    /** The name that the API gives it. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
