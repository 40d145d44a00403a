package dev.stepwise.enrollment;

import dev.stepwise.enrollment.Decision.Changed;
import dev.stepwise.enrollment.Decision.Unchanged;
import dev.stepwise.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a mail that comes does to an enrollment: first it is held, then judged. Pure functions. */
public final class Hearing {
  private Hearing() {}

  /** A mail that has been read: its id, what it is to the enrollment, and when it was judged. */
  public record Heard(String mail, Consequence consequence, Instant at) {}

  /** While the mail is read no claim is taken; an enrollment that has ended is told of it too. */
  public static Enrollment hold(Enrollment e, String mail, Instant at) {
    return e.noted(entry(mail, at)).held(e.holds().reading(mail));
  }

  /** The entry that tells of a mail that came. */
  public static Entry entry(String mail, Instant at) {
    return Entry.of(at, Entry.Type.HEARD, 0, mail);
  }

  /** The mail is judged: told, its effect had, and no longer waited for; once for each mail. */
  public static Decision judged(Enrollment e, Plan plan, Heard heard) {
    if (!e.holds().reading().contains(heard.mail())) {
      return new Unchanged(e);
    }
    Instant now = heard.at();
    Consequence said = heard.consequence();
    Enrollment told =
        e.with(Entry.of(now, said.type(), e.step().orElse(0), said.detail()))
            .held(e.holds().judged(heard.mail()));
    return new Changed(
        switch (said.effect()) {
          case Effect.Stop _ when e.state().ended() -> Change.of(e, told.touched());
          case Effect.Stop(StopReason reason) -> stopped(e, told, reason, now);
          case Effect.GoOn _ -> Change.of(e, released(told, plan));
          case Effect.HoldUntil(Instant until) ->
              Change.of(e, released(told.held(told.holds().until(until)), plan));
          case Effect.AskRep _ -> Change.of(e, asking(told, now));
        });
  }

  private static Change stopped(Enrollment e, Enrollment told, StopReason reason, Instant now) {
    Change stop = Moves.stopped(told, reason, new By(Entry.ENGINE, now));
    return new Change(e, stop.after(), stop.tasks(), null);
  }

  /** Its timer may have come and gone while it was held: it is set anew. */
  private static Enrollment released(Enrollment told, Plan plan) {
    return told.state() instanceof State.Active s && told.claim() == null
        ? told.rearmed(plan.again(told, s.step(), s.due().at(), s.due().why()).late(s))
        : told.touched();
  }

  private static Enrollment asking(Enrollment told, Instant now) {
    return switch (told.state()) {
      case State.Active s -> paused(told, Moves.rest(s, now), null, now);
      case State.AwaitingTask s -> paused(told, Duration.ZERO, s.task(), now);
      case State.Paused s when s.reason().isSwitch() -> paused(told, s.rest(), s.task(), now);
      case State.Paused _, State.Failed _, State.Finished _, State.Stopped _ -> told.touched();
    };
  }

  private static Enrollment paused(
      Enrollment told, Duration rest, @Nullable TaskId task, Instant now) {
    int step = told.step().orElseThrow();
    State next = new State.Paused(step, rest, task, State.Paused.Reason.UNCLEAR_ANSWER);
    return told.moved(next, Entry.of(now, Entry.Type.PAUSED, step, next.wire()));
  }
}
