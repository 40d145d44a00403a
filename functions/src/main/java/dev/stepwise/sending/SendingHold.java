package dev.stepwise.sending;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * SES takes no mail of this account: sending is paused, the account is suspended or the day's quota
 * is used up. Nothing is sent from {@code at} to {@code until}, and then it is tried again; {@code
 * since} is when the first of the holds in a row began.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html">SendEmail,
 *     errors</a>
 */
public record SendingHold(Instant since, Instant at, Instant until, String reason) {
  /** How long the first hold lasts; each next one in a row twice as long as the one before. */
  public static final Duration SHORTEST = Duration.ofMinutes(15);

  /** How long no hold exceeds; and how soon after a hold's end the next one is in a row with it. */
  public static final Duration LONGEST = Duration.ofHours(1);

  /** What holds now that SES has refused: a hold that others began meanwhile is kept. */
  public static SendingHold refused(@Nullable SendingHold before, Instant now, String reason) {
    if (before == null || now.isAfter(before.until.plus(LONGEST))) {
      return new SendingHold(now, now, now.plus(SHORTEST), reason);
    }
    if (before.isOn(now)) {
      return before;
    }
    Duration twice = Duration.between(before.at, before.until).multipliedBy(2);
    Duration length = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    return new SendingHold(before.since, now, now.plus(length), reason);
  }

  /** True while nothing is to be sent. */
  public boolean isOn(Instant now) {
    return now.isBefore(until);
  }
}
