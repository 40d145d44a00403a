package dev.stepwise.enrollment;

import static dev.stepwise.cadence.CadenceExamples.noonInRome;

import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.Contact;
import dev.stepwise.sending.Pause;
import dev.stepwise.sequence.Expiry;
import dev.stepwise.sequence.UnknownOutcome;
import dev.stepwise.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Everything that can happen to an enrollment, with what is decided then. */
enum Event {
  PAUSE,
  RESUME,
  STOP,
  RETRY,
  SEND_NOW,
  RESOLVE_SENT,
  RESOLVE_SEND,
  CONTACT_CHANGED,
  HUMAN,
  MACHINE,
  AWAY,
  UNCLEAR,
  OPEN_TASK,
  COMPLETE_TASK,
  SKIP_TASK,
  RESCHEDULE_TASK,
  SWITCHED_OFF,
  OTHER_OFF,
  SWITCHED_ON,
  SENT,
  RELEASED,
  POSTPONED,
  EXPIRED_SKIP,
  EXPIRED_HOLD,
  HINDERED,
  FAILED,
  SUPPRESSED,
  UNKNOWN_ASK,
  UNKNOWN_RESEND;

  /** An hour after everything else. */
  static final Instant NOW = noonInRome().plusSeconds(3_600);

  private static final Pause HOLIDAY = new Pause(NOW, null, "rita", null);
  private static final Switches.Off OFF = new Switches.Off(State.Paused.Reason.SENDER, HOLIDAY);
  private static final By REP = EnrollmentExamples.REP;

  /** True when this ends a claim. */
  boolean settles() {
    return compareTo(SENT) >= 0;
  }

  /** True when this can happen there: settling needs a claim, and a task step has none. */
  boolean canHappen(Enrollment e) {
    return switch (this) {
      case SENT, RELEASED, POSTPONED -> e.claim() != null;
      case UNKNOWN_ASK, UNKNOWN_RESEND -> e.claim() != null && !Moves.isAsking(e);
      case FAILED, SUPPRESSED, EXPIRED_SKIP, EXPIRED_HOLD, HINDERED ->
          e.claim() != null || e.state() instanceof State.Active;
      case OPEN_TASK -> e.state() instanceof State.Active s && s.step() == 3;
      default -> true;
    };
  }

  Decision decide(Enrollment e, Plan plan) {
    return switch (this) {
      case PAUSE -> Moves.pause(e, REP);
      case RESUME -> Moves.resume(e, plan, REP);
      case STOP -> Moves.stop(e, StopReason.STOPPED_BY_USER, REP);
      case RETRY -> Moves.retry(e, plan, REP);
      case SEND_NOW -> Moves.sendNow(e, plan, REP);
      case RESOLVE_SENT -> Moves.toldSent(e, plan, new MailThread(1, "Hello"), REP);
      case RESOLVE_SEND -> Moves.toldToSend(e, plan, REP);
      case CONTACT_CHANGED ->
          Moves.correct(
              e,
              new Correction(
                  EnrollmentExamples.version(),
                  EnrollmentExamples.rita(),
                  Contact.of(e.facts().contact()),
                  EnrollmentExamples.ada()),
              REP);
      case HUMAN -> judged(e, plan, new Effect.Stop(StopReason.REPLIED));
      case MACHINE -> judged(e, plan, new Effect.GoOn());
      case AWAY -> judged(e, plan, new Effect.HoldUntil(NOW.plus(Duration.ofDays(9))));
      case UNCLEAR -> judged(e, plan, new Effect.AskRep());
      case SWITCHED_OFF -> carried(e, plan, new Switches(null, HOLIDAY, null));
      case OTHER_OFF -> carried(e, plan, new Switches(HOLIDAY, null, null));
      case SWITCHED_ON -> carried(e, plan, Switches.NONE);
      default -> new Decision.Changed(change(e, plan));
    };
  }

  private static List<Task> open(Enrollment e) {
    return e.openTasks().isEmpty() ? List.of() : List.of(EnrollmentExamples.task());
  }

  /** A switch was turned, and is carried to it. */
  private static Decision carried(Enrollment e, Plan plan, Switches switches) {
    if (!Switching.isDue(e, switches, NOW)) {
      return new Decision.Unchanged(e);
    }
    Switching.Back back = new Switching.Back("rita", NOW, 0.5);
    return new Decision.Changed(
        switches
            .off(NOW)
            .map(off -> Switching.paused(e, off, NOW))
            .orElseGet(() -> Switching.resumed(e, plan, open(e), back, NOW)));
  }

  /** A mail has come and is judged. */
  private static Decision judged(Enrollment e, Plan plan, Effect effect) {
    Consequence replied = new Consequence(Entry.Type.REPLIED, "evidence", effect);
    Hearing.Heard heard = new Hearing.Heard("mail1", replied, NOW);
    return Hearing.judged(Hearing.hold(e, "mail1", NOW), plan, heard);
  }

  private Change change(Enrollment e, Plan plan) {
    Task task = EnrollmentExamples.task();
    return switch (this) {
      case OPEN_TASK -> TaskSteps.open(e, plan, task, true);
      case COMPLETE_TASK -> TaskSteps.close(e, plan, task.in(Task.State.COMPLETED), REP);
      case SKIP_TASK -> TaskSteps.close(e, plan, task.in(Task.State.SKIPPED), REP);
      case RESCHEDULE_TASK -> TaskSteps.reschedule(e, task.due(NOW), REP);
      default -> settle(e, plan);
    };
  }

  private Change settle(Enrollment e, Plan plan) {
    return switch (this) {
      case HINDERED -> Settlement.paused(e, OFF, NOW);
      case SENT ->
          Settlement.sent(e, plan, new Settlement.Sent("m1", new MailThread(1, "Hello"), NOW));
      case RELEASED -> Settlement.released(e);
      case POSTPONED ->
          Settlement.postponed(
              e, plan, new Settlement.Postponed(NOW, NOW.plusSeconds(600), Wait.ACCOUNT, "slow"));
      case EXPIRED_SKIP -> Settlement.expired(e, plan, Expiry.Then.SKIP, NOW);
      case EXPIRED_HOLD -> Settlement.expired(e, plan, Expiry.Then.HOLD, NOW);
      case FAILED -> Settlement.failed(e, Wait.FAILED, "rejected", NOW);
      case SUPPRESSED -> Settlement.stopped(e, StopReason.UNSUBSCRIBED, NOW);
      case UNKNOWN_ASK -> Settlement.unknown(e, UnknownOutcome.ASK, NOW);
      case UNKNOWN_RESEND -> Settlement.unknown(e, UnknownOutcome.RESEND, NOW);
      default -> throw new IllegalArgumentException(name());
    };
  }
}
