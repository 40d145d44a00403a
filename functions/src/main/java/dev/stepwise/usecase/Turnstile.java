package dev.stepwise.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Lets mails out of this container one after the other: together, all containers that may run are
 * no faster than SES lets the account send.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas.html">SES, maximum
 *     send rate</a>
 */
public final class Turnstile {
  /** What is less than this is not worth a wait. */
  private static final Duration NOTHING = Duration.ofMillis(1);

  private final Duration interval;
  private final InstantSource clock;
  private final Consumer<Duration> rest;
  private Instant next = Instant.MIN;

  /** Between two mails at least {@code interval} passes; {@code rest} waits. */
  public Turnstile(Duration interval, InstantSource clock, Consumer<Duration> rest) {
    this.interval = interval;
    this.clock = clock;
    this.rest = rest;
  }

  /** Everybody passes at once. */
  public static Turnstile open() {
    return new Turnstile(Duration.ZERO, () -> Instant.EPOCH, _ -> {});
  }

  /**
   * How far apart one container's mails must be for so many of them to send no more than so many
   * mails in any second together. Where there are more containers than that, each keeps its share,
   * and it is SES that turns away what comes in the same second.
   */
  public static Duration share(int containers, double perSecond) {
    double each = perSecond / containers;
    return Duration.ofNanos(Math.round(1e9 / (each < 1 ? each : Math.floor(each))));
  }

  /**
   * Waits for its turn; false if it would not come within that time, and then nobody's is taken.
   */
  boolean pass(Duration within) {
    Duration wait = take(within);
    if (wait.compareTo(within) > 0) {
      return false;
    }
    if (wait.compareTo(NOTHING) >= 0) {
      rest.accept(wait);
    }
    return true;
  }

  private synchronized Duration take(Duration within) {
    Instant now = clock.instant();
    Instant turn = next.isAfter(now) ? next : now;
    Duration wait = Duration.between(now, turn);
    if (wait.compareTo(within) <= 0) {
      next = turn.plus(interval);
    }
    return wait;
  }
}
