package dev.stepwise.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What one prospect does, how long after the mail of which step, and in which words. Without a step
 * the prospect does nothing.
 */
record Script(String email, Doing doing, String step, Duration after, String words) {
  private static final int DAYS_AWAY = 10;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  /** The words as they are said on that day; {@code {back}} is the day of return. */
  String said(Instant now) {
    return words.replace("{back}", day(now.plus(Duration.ofDays(DAYS_AWAY))));
  }

  /** A line that says who does what. */
  String cast() {
    var what = doing == Doing.ANSWERS ? "answers: \"" + words + "\"" : doing.words();
    return "%-34s  %s".formatted(email, what);
  }

  /** A day as people write it. */
  static String day(Instant at) {
    return DAY.format(at.atZone(ZoneOffset.UTC));
  }
}
