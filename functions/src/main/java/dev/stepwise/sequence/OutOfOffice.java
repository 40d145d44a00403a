package dev.stepwise.sequence;

/**
 * How long an enrollment is held while its contact is away: until the day of return and one
 * business day more, or {@code defaultDays} when none is named; a return more than {@code
 * longestDays} ahead counts as none.
 */
public record OutOfOffice(int defaultDays, int longestDays) {
  public static final OutOfOffice DEFAULTS = new OutOfOffice(14, 30);
}
