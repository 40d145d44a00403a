package dev.stepwise.enrollment;

import dev.stepwise.cadence.Wait;
import dev.stepwise.sequence.Expiry;
import dev.stepwise.sequence.UnknownOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a claim ends. Whatever was decided beside the claim meanwhile (a stop, a pause) stays; only
 * its mail is recorded. Pure functions; each takes an enrollment that holds the claim.
 */
public final class Settlement {
  private Settlement() {}

  /** SES accepted the mail. */
  public record Sent(String messageId, MailThread thread, Instant at) {}

  /** It was seen at {@code at} that the mail cannot leave before {@code until}. */
  public record Postponed(Instant at, Instant until, Wait why, String reason) {}

  /** The mail is out: on to what comes after its step. */
  public static Change sent(Enrollment e, Plan plan, Sent sent) {
    Claim claim = held(e);
    Entry entry = Entry.of(sent.at(), Entry.Type.SENT, claim.step(), sent.messageId());
    State after = plan.after(e, claim.step(), sent.at());
    Enrollment settled =
        switch (e.state()) {
          case State.Active _ -> e.moved(after, entry);
          // A pause that came while the mail was leaving stands still at the step after it.
          case State.Paused s ->
              e.moved(Moves.isAsking(e) ? after : s.before(after, sent.at()), entry);
          case State.Failed s when s.step() == claim.step() && !isRejected(e, claim) ->
              e.moved(s.before(after), entry);
          case State.AwaitingTask _, State.Finished _, State.Stopped _, State.Failed _ ->
              e.noted(entry);
        };
    String pointer = e.facts().isErased() ? null : sent.messageId();
    return new Change(e, settled.unclaimed().in(sent.thread()), List.of(), pointer);
  }

  /** That the mail of this claim is why it failed: that one is tried again. */
  private static boolean isRejected(Enrollment e, Claim claim) {
    return e.timeline().stream()
        .anyMatch(entry ->
            entry.type() == Entry.Type.REJECTED
                && entry.step() == claim.step()
                && !entry.at().isBefore(claim.since()));
  }

  /**
   * Nothing was sent and nothing is decided: the same wake may claim it again, unless the contact
   * said meanwhile to be away.
   */
  public static Change released(Enrollment e) {
    Enrollment free =
        e.state() instanceof State.Active s && !e.holds().heeding(s.due()).equals(s.due())
            ? e.rearmed(new State.Active(s.step(), e.holds().heeding(s.due())))
            : e.touched();
    return Change.of(e, free.unclaimed());
  }

  /** Nothing was sent: the step is due again, not before {@code until}. */
  public static Change postponed(Enrollment e, Plan plan, Postponed news) {
    int step = held(e).step();
    State.Active later = plan.again(e, step, news.until(), news.why());
    String detail = news.reason().isEmpty() ? later.due().why().wire() : news.reason();
    Entry entry = Entry.of(news.at(), Entry.Type.DELAYED, step, detail);
    State.Active late = e.state() instanceof State.Active before ? later.late(before) : later;
    return unlessOvertaken(e, isTold(e, entry) ? e.rearmed(late) : e.moved(late, entry));
  }

  /**
   * What is put off again for the same reason is told once: a long outage has no end of entries.
   */
  private static boolean isTold(Enrollment e, Entry delay) {
    return e.timeline().reversed().stream()
        .takeWhile(entry -> entry.type() == delay.type() && entry.step() == delay.step())
        .anyMatch(entry -> entry.detail().equals(delay.detail()));
  }

  /** Nothing was sent, and it is too late for the step of this enrollment, claimed or due. */
  public static Change expired(Enrollment e, Plan plan, Expiry.Then then, Instant now) {
    int step = e.step().orElse(0);
    Entry entry = Entry.of(now, Entry.Type.EXPIRED, step, then.wire());
    State next =
        switch (then) {
          case SKIP -> plan.after(e, step, now);
          case HOLD -> new State.Paused(step, Duration.ZERO, null, State.Paused.Reason.EXPIRED);
          case SEND -> e.state();
        };
    return unlessOvertaken(e, e.moved(next, entry));
  }

  /** Nothing was sent, and nothing may be while that switch is off. */
  public static Change paused(Enrollment e, Switches.Off off, Instant now) {
    return e.state() instanceof State.Active
        ? Change.of(e, Switching.paused(e, off, now).after().unclaimed())
        : released(e);
  }

  /** Nothing was sent, and nothing can be until somebody mends what is named. */
  public static Change failed(Enrollment e, Wait kind, String reason, Instant now) {
    int step = e.step().orElse(0);
    Entry entry = Entry.of(now, Entry.Type.FAILED, step, reason);
    return unlessOvertaken(e, e.moved(new State.Failed(step, kind, reason), entry));
  }

  /** Nothing was sent, and nothing may be: the contact is suppressed. */
  public static Change stopped(Enrollment e, StopReason reason, Instant now) {
    Change stop = Moves.stopped(e, reason, new By(Entry.ENGINE, now));
    return e.state() instanceof State.Active
        ? new Change(e, stop.after().unclaimed(), stop.tasks(), null)
        : released(e);
  }

  /**
   * Nobody can tell whether the mail went out and the grace is over: ask the rep (the claim stays,
   * for a late event still settles it) or let a new attempt send it. A stop stays a stop.
   */
  public static Change unknown(Enrollment e, UnknownOutcome rule, Instant now) {
    Claim claim = held(e);
    Entry entry = Entry.of(now, Entry.Type.OUTCOME_UNKNOWN, claim.step(), rule.wire());
    return switch (e.state()) {
      case State.Active s when rule == UnknownOutcome.RESEND ->
          Change.of(
              e,
              e.moved(new State.Active(s.step(), e.holds().heeding(s.due())).late(s), entry)
                  .unclaimed());
      case State.Paused _ when rule == UnknownOutcome.RESEND ->
          Change.of(e, e.noted(entry).unclaimed());
      case State.Active _, State.Paused _ -> Change.of(e, e.moved(asking(claim), entry));
      case State.Stopped _, State.AwaitingTask _, State.Finished _, State.Failed _ ->
          Change.of(
              e, e.noted(Entry.of(now, Entry.Type.OUTCOME_UNKNOWN, claim.step(), "")).unclaimed());
    };
  }

  private static State asking(Claim claim) {
    return new State.Paused(claim.step(), Duration.ZERO, null, State.Paused.Reason.UNKNOWN_SEND);
  }

  private static Change unlessOvertaken(Enrollment e, Enrollment decided) {
    return e.state() instanceof State.Active ? Change.of(e, decided.unclaimed()) : released(e);
  }

  private static Claim held(Enrollment e) {
    Claim claim = e.claim();
    if (claim == null) {
      throw new IllegalStateException("enrollment " + e.id() + " holds no claim to settle");
    }
    return claim;
  }
}
