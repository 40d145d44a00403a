package dev.stepwise.sequence;

import dev.stepwise.InvalidValueException;
import dev.stepwise.cadence.NotBefore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a step that could not be done within {@code after} of the instant at which it was
 * due, be it for an outage or a hold on the account, or before {@code notAfter} by the clock of the
 * enrollment's zone; one of them at least is there. A person's word (a pause, a retry), a contact's
 * absence and its sender's pace make it due anew, but not after that moment.
 */
public record Expiry(@Nullable Duration after, @Nullable LocalDateTime notAfter, Then then) {
  /** No shorter: the sweep and timers alone may take some minutes. */
  public static final Duration SHORTEST = Duration.ofMinutes(15);

  private static final Duration LONGEST = Duration.ofDays(365);
  private static final String WANTED =
      "must be an ISO 8601 duration such as PT4H or P2D, between PT15M and P365D";

  public Expiry {
    if (after == null && notAfter == null) {
      throw new InvalidValueException("must say when it is too late");
    }
    if (after != null) {
      check(after);
    }
  }

  private static void check(Duration after) {
    if (after.compareTo(SHORTEST) < 0 || after.compareTo(LONGEST) > 0) {
      throw new InvalidValueException(WANTED);
    }
  }

  /** That counts from when the step was due. */
  public Expiry(Duration after, Then then) {
    this(after, null, then);
  }

  /** Reads {@code PT4H} or {@code P2D}; a day has 24 hours here. */
  public static Duration parse(String text) {
    try {
      Duration after = Duration.parse(text);
      check(after);
      return after;
    } catch (DateTimeParseException e) {
      throw new InvalidValueException(WANTED);
    }
  }

  /** Reads the last day, or the moment by which the step must have been done. */
  public static LocalDateTime notAfter(String text) {
    LocalDateTime moment = NotBefore.moment(text);
    return text.contains("T") ? moment : moment.plusDays(1);
  }

  /** The moment as it is written: the day before where it is midnight. */
  public static String wire(LocalDateTime notAfter) {
    return notAfter.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? notAfter.toLocalDate().minusDays(1).toString()
        : notAfter.toString();
  }

  /** True when a step that was due then is too late now. */
  boolean isOver(Instant promised, Instant now, ZoneId zone) {
    return (after != null && now.isAfter(promised.plus(after)))
        || (notAfter != null && !now.isBefore(notAfter.atZone(zone).toInstant()));
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
