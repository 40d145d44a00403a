package dev.stepwise.usecase;

import dev.stepwise.cadence.Wait;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Settlement.Postponed;
import dev.stepwise.mail.Mailer;
import dev.stepwise.sending.SendingHold;
import dev.stepwise.sending.SendingHolds;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How mail leaves, and when a mail that could not leave is tried again. */
public record Dispatch(
    Mailer mailer, SendingHolds holds, Places places, Turnstile turnstile, Backoff backoff) {
  private static final System.Logger LOG = System.getLogger(Dispatch.class.getName());

  /** After a hold all that waited for it comes back, spread over this time. */
  private static final Duration SPREAD = Duration.ofMinutes(10);

  /** Not before its place among its sender's mails. */
  Optional<Postponed> waiting(Enrollment claimed, CaseFile file, Instant now) {
    return new Turns(places)
        .toWaitFor(claimed, file, now)
        .map(slot -> new Postponed(now, slot.at(), slot.why(), ""));
  }

  /** Refused for once: too fast, or SES was not reached. */
  Postponed refused(int attempt, Instant now, String reason) {
    return later(now, now.plus(backoff.after(attempt)), reason);
  }

  /** Refused until somebody mends what is set up for this sender. */
  Postponed notSetUp(Instant now, String reason) {
    LOG.log(Level.ERROR, "a sender is not set up to send: {0}", reason);
    return later(now, now.plus(backoff.spread(Backoff.LONGEST, SPREAD)), reason);
  }

  /** Refused for the whole account: from now on nobody sends until the hold is over. */
  Postponed blocked(Instant now, String reason) {
    return held(hold(now, reason), now);
  }

  /** Not even tried while all sends are held. */
  Postponed held(SendingHold hold, Instant now) {
    return later(now, hold.until().plus(backoff.spread(Duration.ZERO, SPREAD)), hold.reason());
  }

  private SendingHold hold(Instant now, String reason) {
    SendingHold hold = SendingHold.refused(null, now, reason);
    try {
      hold = SendingHold.refused(holds.last().orElse(null), now, reason);
      holds.save(hold);
    } catch (RuntimeException trouble) {
      LOG.log(Level.WARNING, "the hold on all sends could not be written", trouble);
    }
    LOG.log(Level.ERROR, "all sends are held until {0}: {1}", hold.until(), hold.reason());
    return hold;
  }

  private static Postponed later(Instant now, Instant until, String reason) {
    return new Postponed(now, until, Wait.ACCOUNT, reason);
  }
}
