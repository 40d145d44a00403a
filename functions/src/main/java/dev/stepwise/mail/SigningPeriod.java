package dev.stepwise.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** A span of 90 days in which one key signs. What it has signed verifies for 400 days after. */
public record SigningPeriod(long number) {
  private static final Duration LENGTH = Duration.ofDays(90);
  private static final Duration VERIFIES = Duration.ofDays(400);

  /** Clocks of functions differ: another may be in the next period already by this much. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private static final int RADIX = 36;
  private static final int ID_CHARS = 3;

  /** The period of that instant. */
  public static SigningPeriod at(Instant instant) {
    return new SigningPeriod(Math.floorDiv(instant.getEpochSecond(), LENGTH.toSeconds()));
  }

  /** Those whose keys verify at that instant, the oldest first: seven at most. */
  public static List<SigningPeriod> verifying(Instant now) {
    return between(at(now.minus(VERIFIES)).number, at(now.plus(SKEW)).number);
  }

  /** Those whose keys verify now, soon, or did when a mail came that has waited: eight at most. */
  public static List<SigningPeriod> around(Instant now) {
    return between(at(now.minus(VERIFIES)).number - 1, at(now).number + 1);
  }

  private static List<SigningPeriod> between(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(SigningPeriod::new).toList();
  }

  public SigningPeriod next() {
    return new SigningPeriod(number + 1);
  }

  /** True when nobody is in the period any more at that instant, whatever clocks say. */
  public boolean isOver(Instant now) {
    return at(now.minus(SKEW)).number > number;
  }

  /** The name of its key: three of [0-9a-z]. */
  public String id() {
    String digits = Long.toString(number, RADIX);
    return "0".repeat(Math.max(0, ID_CHARS - digits.length())) + digits;
  }
}
