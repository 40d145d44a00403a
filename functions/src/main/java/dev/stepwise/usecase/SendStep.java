package dev.stepwise.usecase;

import dev.stepwise.Ids;
import dev.stepwise.cadence.Wait;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Claim;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Enrollments.ClaimRequest;
import dev.stepwise.enrollment.Enrollments.ClaimResult;
import dev.stepwise.enrollment.MailThread;
import dev.stepwise.enrollment.Settlement;
import dev.stepwise.enrollment.Settlement.Postponed;
import dev.stepwise.enrollment.Switches;
import dev.stepwise.mail.Composer;
import dev.stepwise.mail.SendResult;
import dev.stepwise.timer.StepDue;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends one step once: claim, read who may be written to, send, settle. A claim is let go only when
 * nothing can have left; when nobody can tell, it stays and is settled by what is learnt later.
 */
public final class SendStep {
  private static final System.Logger LOG = System.getLogger(SendStep.class.getName());

  /** What the table may take, before and after the send. */
  private static final Duration AROUND = Duration.ofSeconds(15);

  private final CaseFiles files;
  private final Claims claims;
  private final Composer composer;
  private final Dispatch dispatch;
  private final InstantSource clock;

  public SendStep(
      CaseFiles files, Commit commit, Composer composer, Dispatch dispatch, InstantSource clock) {
    this.files = files;
    this.claims = new Claims(files, commit, clock);
    this.composer = composer;
    this.dispatch = dispatch;
    this.clock = clock;
  }

  /**
   * Waits for the mail's turn. True when a claim that is taken then can also be settled: a claim
   * cut short asks the rep.
   */
  boolean hasTime(Duration left) {
    Duration spare = left.minus(dispatch.mailer().timeOut()).minus(AROUND);
    return spare.isPositive() && dispatch.turnstile().pass(spare);
  }

  ClaimResult claim(StepDue due) {
    String claimId = new Ids(dispatch.backoff().random()).next();
    return claims.take(
        new ClaimRequest(due.enrollment(), due.generation(), due.step(), claimId, clock.instant()));
  }

  /** Sends the claimed step's mail, unless something stands in its way. */
  Fired send(Enrollment claimed, Supplier<Duration> timeLeft) {
    return switch (prepare(claimed)) {
      case Prepared.Hindered(Claims.Decide decide, Fired fired) -> {
        claims.settle(claimed, decide);
        yield fired;
      }
      case Prepared.Ready ready when timeLeft.get().compareTo(dispatch.mailer().timeOut()) <= 0 -> {
        claims.settle(claimed, Settlement::released);
        yield Fired.NO_TIME;
      }
      case Prepared.Ready ready ->
          settle(claimed, ready, dispatch.mailer().send(ready.mail().letter()));
    };
  }

  /** Settles a claim whose mail SES has told of by an event: it left when the claim was taken. */
  void settle(Enrollment claimed, Claim claim, String messageId) {
    CaseFile file = files.of(claimed);
    MailThread thread = Composer.thread(claimed, claim, file.plan().version(), file.dossier());
    var news = new Settlement.Sent(messageId, thread, claimed.notBefore(claim.since()));
    claims.settle(claimed, e -> Settlement.sent(e, file.plan(), news));
  }

  private sealed interface Prepared {
    record Ready(CaseFile file, Composer.Composed.Ready mail) implements Prepared {}

    record Hindered(Claims.Decide decide, Fired fired) implements Prepared {}
  }

  private Prepared prepare(Enrollment claimed) {
    try {
      return prepare(claimed, files.of(claimed, Turns.needed(claimed, clock.instant())));
    } catch (RuntimeException trouble) {
      throw claims.letGo(() -> Optional.of(claimed), trouble);
    }
  }

  private Prepared prepare(Enrollment claimed, CaseFile file) {
    Instant now = clock.instant();
    var suppression = file.dossier().suppression();
    if (suppression.isPresent()) {
      return new Prepared.Hindered(
          e -> Settlement.stopped(e, Hindrance.reason(suppression.get()), now), Fired.STOPPED);
    }
    Optional<Switches.Off> off = file.dossier().switches().off(now);
    if (off.isPresent()) {
      return new Prepared.Hindered(e -> Settlement.paused(e, off.get(), now), Fired.PAUSED);
    }
    if (file.plan().late(claimed, now).isPresent()) {
      return new Prepared.Hindered(e -> expired(e, file, now), Fired.EXPIRED);
    }
    Optional<Postponed> postponed = postponed(claimed, file, now);
    if (postponed.isPresent()) {
      return new Prepared.Hindered(
          e -> Settlement.postponed(e, file.plan(), postponed.get()), Fired.POSTPONED);
    }
    return switch (composer.compose(claimed, file.plan().version(), file.dossier())) {
      case Composer.Composed.Ready mail -> new Prepared.Ready(file, mail);
      case Composer.Composed.Missing(var tokens) -> {
        String reason = Hindrance.missing(claimed.step().orElseThrow(), tokens);
        yield new Prepared.Hindered(
            e -> Settlement.failed(e, Wait.MISSING_TOKEN, reason, now), Fired.FAILED);
      }
    };
  }

  /** What was decided beside the claim meanwhile may have made the step due anew. */
  private static Change expired(Enrollment e, CaseFile file, Instant now) {
    return file.plan()
        .late(e, now)
        .map(then -> Settlement.expired(e, file.plan(), then, now))
        .orElseGet(() -> Settlement.released(e));
  }

  private Optional<Postponed> postponed(Enrollment claimed, CaseFile file, Instant now) {
    return file.dossier()
        .holdAt(now)
        .map(hold -> dispatch.held(hold, now))
        .or(() ->
            file.plan().allows(claimed, now)
                ? dispatch.waiting(claimed, file, now)
                : Optional.of(new Postponed(now, now, Wait.WINDOW, "")));
  }

  private Fired settle(Enrollment claimed, Prepared.Ready sent, SendResult result) {
    Instant now = clock.instant();
    return switch (result) {
      case SendResult.Accepted(String id) -> {
        var news = new Settlement.Sent(id, sent.mail().thread(), now);
        claims.settle(claimed, e -> Settlement.sent(e, sent.file().plan(), news));
        yield Fired.SENT;
      }
      case SendResult.TryLater(String reason) ->
          postpone(claimed, sent, dispatch.refused(claimed.attempt(), now, reason));
      case SendResult.AccountBlocked(String reason) ->
          postpone(claimed, sent, dispatch.blocked(now, reason));
      case SendResult.NotSetUp(String reason) ->
          postpone(claimed, sent, dispatch.notSetUp(now, reason));
      case SendResult.Rejected(String reason) -> {
        claims.settle(claimed, e -> Settlement.failed(e, Wait.FAILED, "rejected: " + reason, now));
        yield Fired.FAILED;
      }
      case SendResult.Unknown(String reason) -> {
        LOG.log(Level.WARNING, "outcome unknown for enrollment {0}: {1}", claimed.id(), reason);
        yield Fired.UNKNOWN;
      }
    };
  }

  private Fired postpone(Enrollment claimed, Prepared.Ready sent, Postponed news) {
    claims.settle(claimed, e -> Settlement.postponed(e, sent.file().plan(), news));
    return Fired.POSTPONED;
  }
}
