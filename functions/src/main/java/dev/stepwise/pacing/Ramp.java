package dev.stepwise.pacing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How a new mailbox is warmed up: that many mails a day until {@code since} and on it, and that
 * many more with each day after it, up to the daily cap.
 */
public record Ramp(LocalDate since, int start, int increase) {
  int capOn(LocalDate date, int most) {
    long days = Math.max(0, ChronoUnit.DAYS.between(since, date));
    return (int) Math.min(most, start + days * increase);
  }
}
