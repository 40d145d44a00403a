package dev.stepwise.enrollment;

import dev.stepwise.enrollment.Decision.Changed;
import dev.stepwise.enrollment.Decision.Unchanged;

/** What the contact's word that no more mail is wanted does to an enrollment. Pure functions. */
public final class OptingOut {
  private OptingOut() {}

  /** It ends, and {@code way} tells how it was said; one that has ended is told of it once. */
  public static Decision optOut(Enrollment e, String way, By by) {
    Entry entry = by.entry(Entry.Type.OPTED_OUT, e.step().orElse(0), way);
    if (!e.state().ended()) {
      Change stop = Moves.stopped(e.with(entry), StopReason.UNSUBSCRIBED, by);
      return new Changed(new Change(e, stop.after(), stop.tasks(), null));
    }
    return isTold(e) ? new Unchanged(e) : new Changed(Change.of(e, e.noted(entry)));
  }

  private static boolean isTold(Enrollment e) {
    return e.timeline().stream().anyMatch(entry -> entry.type() == Entry.Type.OPTED_OUT);
  }
}
