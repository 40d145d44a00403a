package dev.stepwise.sending;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which rates of trouble are too much, in thousandths of a percent of the mails of the last days,
 * and from how many mails on a rate says anything.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html">Reputation
 *     of an SES account: reviews begin at 5 % bounces and 0.1 % complaints</a>
 */
public record Limits(int bounces, int complaints, int failures, int from) {
  /** 5 % bounces, 0.1 % complaints, 10 % failures, from 50 mails. */
  public static final Limits DEFAULTS = new Limits(5_000, 100, 10_000, 50);

  /** How many digits behind the point a percentage may have. */
  public static final int DIGITS = 3;

  private static final int ALL = 100_000;

  /** What is too much, and what to do about it; the worst thing first. */
  public Optional<String> exceeded(Tally tally) {
    if (tally.mails() < from) {
      return Optional.empty();
    }
    return Stream.of(
            told(
                tally.complained(),
                complaints,
                tally,
                "drew a complaint",
                "Look at whom you write to and why, then resume"),
            told(
                tally.bounced(),
                bounces,
                tally,
                "bounced",
                "Check where the addresses come from, then resume"),
            told(
                tally.failed(),
                failures,
                tally,
                "were rejected by SES",
                "Look at what the mails contain, then resume"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> told(
      long bad, int limit, Tally tally, String what, String advice) {
    return bad * ALL <= limit * tally.mails()
        ? Optional.empty()
        : Optional.of(
            "%d of %d mails %s in 7 days: %s %%, above the limit of %s %%. %s."
                .formatted(
                    bad,
                    tally.mails(),
                    what,
                    percent(Math.toIntExact(bad * ALL / tally.mails()))
                        .setScale(1, RoundingMode.HALF_UP),
                    percent(limit).toPlainString(),
                    advice));
  }

  /** That many thousandths of a percent, as a percentage. */
  public static BigDecimal percent(int thousandths) {
    BigDecimal percent = BigDecimal.valueOf(thousandths, DIGITS).stripTrailingZeros();
    return percent.scale() < 0 ? percent.setScale(0) : percent;
  }
}
