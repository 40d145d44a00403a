package dev.stepwise.cadence;

import dev.stepwise.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long after the step before a step is due: calendar days plus an exact time ({@code P2DT4H}),
 * or whole business days ({@code 3BD}); perhaps not before a date. Months and years are refused:
 * their length varies.
 */
public sealed interface Delay permits Delay.Elapsed, Delay.BusinessDays, NotBefore {
  /** The longest delay, in days. */
  int MAX_DAYS = 365;

  /** Calendar days in the enrollment's zone, then exact time. */
  record Elapsed(int days, Duration time) implements Delay {
    public Elapsed {
      check(time);
      check(Duration.ofDays(days).plus(time));
    }

    @Override
    public LocalDate day(LocalDate base, Predicate<LocalDate> businessDay) {
      return base.plusDays(days);
    }

    @Override
    public String toString() {
      return (days == 0 ? time.toString() : "P" + days + "D" + time.toString().substring(1))
          .replaceFirst("D(T0S)$", "D");
    }
  }

  /** Days from Monday to Friday that are no holidays, at the clock time of the base. */
  record BusinessDays(int days) implements Delay {
    public BusinessDays {
      check(Duration.ofDays(days));
    }

    @Override
    public LocalDate day(LocalDate base, Predicate<LocalDate> businessDay) {
      LocalDate date = base;
      for (int left = days; left > 0; left -= businessDay.test(date) ? 1 : 0) {
        date = date.plusDays(1);
      }
      return date;
    }

    @Override
    public Duration time() {
      return Duration.ZERO;
    }

    @Override
    public String toString() {
      return days + "BD";
    }
  }

  /** The day that this delay leads to, at the clock time of the base. */
  LocalDate day(LocalDate base, Predicate<LocalDate> businessDay);

  /** Exact time after that. */
  Duration time();

  /** What is left of it for those who begin with its step. */
  default Delay atStart() {
    return none();
  }

  /**
   * What this delay makes wait for, one reason after the other, before any window is applied. A
   * clock time that summer time skips on that day moves on by what is skipped; of one that comes
   * twice the first is meant.
   */
  default List<Shift> shifts(ZonedDateTime base, Predicate<LocalDate> businessDay) {
    LocalDateTime wanted = day(base.toLocalDate(), businessDay).atTime(base.toLocalTime());
    ZonedDateTime day =
        wanted.equals(base.toLocalDateTime()) ? base : wanted.atZone(base.getZone());
    Instant due = day.plus(time()).toInstant();
    List<Shift> shifts = new ArrayList<>();
    if (due.isAfter(base.toInstant())) {
      shifts.add(new Shift(Wait.DELAY, due));
    }
    if (!day.toLocalDateTime().equals(wanted)) {
      shifts.add(new Shift(Wait.DST, due));
    }
    return shifts;
  }

  /** No delay at all. */
  static Delay none() {
    return new Elapsed(0, Duration.ZERO);
  }

  /** Reads {@code P2D}, {@code PT4H30M}, {@code P1DT2H}, {@code P1W} or {@code 3BD}. */
  static Delay parse(String text) {
    Matcher business = Notation.BUSINESS.matcher(text);
    if (business.matches()) {
      return new BusinessDays(Notation.number(business.group(1)));
    }
    Matcher iso = Notation.ISO.matcher(text);
    if (!iso.matches() || text.endsWith("P") || text.endsWith("T")) {
      throw new InvalidValueException(
          "must be an ISO 8601 duration of days and time such as P2D or PT4H, or whole business"
              + " days such as 3BD; not negative, no months or years");
    }
    int days = 7 * Notation.number(iso.group(1)) + Notation.number(iso.group(2));
    Duration time =
        Duration.ofHours(Notation.number(iso.group(3)))
            .plusMinutes(Notation.number(iso.group(4)))
            .plusSeconds(Notation.number(iso.group(5)));
    return new Elapsed(days, time);
  }

  private static void check(Duration length) {
    if (length.isNegative() || length.compareTo(Duration.ofDays(MAX_DAYS)) > 0) {
      throw new InvalidValueException("must be between 0 and " + MAX_DAYS + " days");
    }
  }

  /** How delays are written. */
  final class Notation {
    private static final Pattern BUSINESS = Pattern.compile("(\\d{1,9})BD");
    private static final Pattern ISO =
        Pattern.compile("P(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?");

    private Notation() {}

    /** Numbers too long for any delay are cut to one that the range check refuses by name. */
    private static int number(@Nullable String digits) {
      return digits == null ? 0 : digits.length() > 8 ? 99_999_999 : Integer.parseInt(digits);
    }
  }
}
