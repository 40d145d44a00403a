package dev.stepwise.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** A span of 90 days in which one key signs. What it has signed verifies for 400 days after. */
public record SigningPeriod(long number) {
  private static final Duration LENGTH = Duration.ofDays(90);
  private static final Duration VERIFIES = Duration.ofDays(400);

  /** Clocks of functions differ: another may have begun the next period by this much. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private static final int RADIX = 36;
  private static final int ID_CHARS = 3;

  /** The period of that instant. */
  public static SigningPeriod at(Instant instant) {
    return new SigningPeriod(Math.floorDiv(instant.getEpochSecond(), LENGTH.toSeconds()));
  }

  /** Those whose keys verify at that instant, the oldest first: seven at most. */
  public static List<SigningPeriod> verifying(Instant now) {
    long last = at(now.plus(SKEW)).number;
    // A period's end is the next one's begin.
    long first = at(now.minus(VERIFIES)).number;
    return LongStream.rangeClosed(first, last).mapToObj(SigningPeriod::new).toList();
  }

  /** The name of its key: three of [0-9a-z]. */
  public String id() {
    String digits = Long.toString(number, RADIX);
    return "0".repeat(Math.max(0, ID_CHARS - digits.length())) + digits;
  }
}
