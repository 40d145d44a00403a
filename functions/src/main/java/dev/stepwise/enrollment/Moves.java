package dev.stepwise.enrollment;

import dev.stepwise.cadence.Wait;
import dev.stepwise.enrollment.Decision.Changed;
import dev.stepwise.enrollment.Decision.Refused;
import dev.stepwise.enrollment.Decision.Unchanged;
import dev.stepwise.task.Task;
import dev.stepwise.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person may do to an enrollment. Pure functions. */
public final class Moves {
  /** What is to be done where nobody knows whether a mail went out. */
  public static final String RESOLVE =
      "its mail may have gone out: resolve it with \"sent\" or \"send\"";

  private static final Decision NOT_ASKING = new Refused("no mail of it has an unknown outcome");

  private Moves() {}

  /** Ends it, closing open tasks; a mail that is just leaving is recorded, never sent again. */
  public static Decision stop(Enrollment e, StopReason reason, By by) {
    return switch (e.state()) {
      case State.Stopped _ -> new Unchanged(e);
      case State.Finished _ -> new Refused("it has finished");
      case State.Active _, State.AwaitingTask _, State.Paused _, State.Failed _ ->
          new Changed(stopped(e, reason, by));
    };
  }

  static Change stopped(Enrollment e, StopReason reason, By by) {
    Entry entry = by.entry(Entry.Type.STOPPED, e.step().orElse(0), reason.wire());
    Enrollment after = e.moved(new State.Stopped(reason), entry).waitingFor(List.of());
    return new Change(e, waitsForWord(e) ? after.unclaimed() : after, cancelled(e), null);
  }

  /** Stands still from now on; the rest of the delay is kept. */
  public static Decision pause(Enrollment e, By by) {
    return switch (e.state()) {
      case State.Active s -> new Changed(paused(e, rest(s, by.at()), null, by));
      case State.AwaitingTask s -> new Changed(paused(e, Duration.ZERO, s.task(), by));
      case State.Paused _ when isAsking(e) -> new Refused(RESOLVE);
      // It is not to go on when the switch is turned on again.
      case State.Paused s when s.reason().isSwitch() ->
          new Changed(paused(e, s.rest(), s.task(), by));
      case State.Paused _ -> new Unchanged(e);
      case State.Failed _ -> new Refused("it has failed: retry or stop it");
      case State.Finished _, State.Stopped _ -> new Refused("it has ended");
    };
  }

  /** Goes on with what was left of the delay; a hold for the contact's absence ends. */
  public static Decision resume(Enrollment e, Plan plan, By by) {
    return switch (e.state()) {
      case State.Paused _ when isAsking(e) -> new Refused(RESOLVE);
      case State.Paused s -> {
        TaskId task = s.task();
        State next =
            task == null
                ? plan.again(e, s.step(), by.at().plus(s.rest()), Wait.DELAY)
                : new State.AwaitingTask(s.step(), task);
        yield changed(e, next, by.entry(Entry.Type.RESUMED, s.step(), ""));
      }
      case State.Active s when s.due().why() == Wait.HOLD ->
          atOnce(e, s, plan, by.entry(Entry.Type.RESUMED, s.step(), ""));
      case State.Active _, State.AwaitingTask _ -> new Unchanged(e);
      case State.Failed _ -> new Refused("it has failed: retry it");
      case State.Finished _, State.Stopped _ -> new Refused("it has ended");
    };
  }

  /** Tries a failed step again. */
  public static Decision retry(Enrollment e, Plan plan, By by) {
    return e.state() instanceof State.Failed s
        ? changed(
            e,
            plan.again(e, s.step(), by.at(), Wait.DELAY),
            by.entry(Entry.Type.RETRIED, s.step(), ""))
        : new Refused("only a failed enrollment is retried");
  }

  /** Skips the rest of the delay; the window is kept. */
  public static Decision sendNow(Enrollment e, Plan plan, By by) {
    return switch (e.state()) {
      case State.Active _ when e.claim() != null -> new Refused("its mail is being sent now");
      case State.Active s -> atOnce(e, s, plan, by.entry(Entry.Type.SEND_NOW, s.step(), ""));
      case State.AwaitingTask _ -> new Refused("it waits for its task: complete or skip that");
      case State.Paused _ -> new Refused("it is paused: resume it first");
      case State.Failed _ -> new Refused("it has failed: retry it");
      case State.Finished _, State.Stopped _ -> new Refused("it has ended");
    };
  }

  /** The rep says of a mail of which nobody could tell that it went out, into that thread. */
  public static Decision toldSent(Enrollment e, Plan plan, MailThread thread, By by) {
    return e.state() instanceof State.Paused s && waitsForWord(e)
        ? told(e, plan.after(e, s.step(), by.at()), "sent", by, thread)
        : NOT_ASKING;
  }

  /** The rep says of a mail of which nobody could tell to send it, be it for the second time. */
  public static Decision toldToSend(Enrollment e, Plan plan, By by) {
    return e.state() instanceof State.Paused s && waitsForWord(e)
        ? told(e, plan.again(e, s.step(), by.at(), Wait.DELAY), "send", by, e.thread())
        : NOT_ASKING;
  }

  /** What is known of its contact is corrected; by another clock, its step is due anew. */
  public static Decision correct(Enrollment e, Correction news, By by) {
    if (e.facts().isErased()) {
      return new Refused("its contact was erased");
    }
    if (news.isEmpty()) {
      return new Unchanged(e);
    }
    Entry entry = by.entry(Entry.Type.CONTACT_CHANGED, e.step().orElse(0), news.told());
    return new Changed(Change.of(e, corrected(e, news, entry)).with(news.after()));
  }

  /** A mail that is just leaving is not called back: what follows it goes by the new clock. */
  private static Enrollment corrected(Enrollment e, Correction news, Entry entry) {
    if (e.claim() == null && e.state() instanceof State.Active s) {
      State.Active again = news.retimed(e, s, entry.at());
      return again.due().at().equals(s.due().at()) ? e.noted(entry) : e.moved(again, entry);
    }
    return e.noted(entry);
  }

  /** True when the rep has been asked whether the mail went out. */
  public static boolean isAsking(Enrollment e) {
    return e.state() instanceof State.Paused s && s.reason() == State.Paused.Reason.UNKNOWN_SEND;
  }

  /** True while only the rep can tell; SES may have told meanwhile, and then its word counts. */
  static boolean waitsForWord(Enrollment e) {
    Claim claim = e.claim();
    return isAsking(e) && (claim == null || claim.messageId() == null);
  }

  private static Decision told(
      Enrollment e, State next, String word, By by, @Nullable MailThread thread) {
    Entry entry = by.entry(Entry.Type.OUTCOME_TOLD, e.step().orElseThrow(), word);
    return new Changed(Change.of(e, e.moved(next, entry).unclaimed().in(thread)));
  }

  private static Change paused(Enrollment e, Duration rest, @Nullable TaskId task, By by) {
    int step = e.step().orElseThrow();
    State next = new State.Paused(step, rest, task, State.Paused.Reason.BY_USER);
    return Change.of(e, e.moved(next, by.entry(Entry.Type.PAUSED, step, "")));
  }

  static Duration rest(State.Active s, Instant now) {
    Duration left = Duration.between(now, s.due().at());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** A person knows better than the date that holds it. */
  private static Changed atOnce(Enrollment e, State.Active s, Plan plan, Entry entry) {
    Holds holds = e.holds().atOnce();
    State next = plan.again(e.held(holds), s.step(), entry.at(), Wait.DELAY);
    return new Changed(Change.of(e, e.moved(next, entry).held(holds)));
  }

  private static Changed changed(Enrollment e, State next, Entry entry) {
    return new Changed(Change.of(e, e.moved(next, entry)));
  }

  private static List<Change.TaskWrite> cancelled(Enrollment e) {
    return e.openTasks().stream()
        .<Change.TaskWrite>map(id -> new Change.TaskWrite.Close(id, Task.State.CANCELLED))
        .toList();
  }
}
