package dev.stepwise.enrollment;

import dev.stepwise.enrollment.Decision.Changed;
import dev.stepwise.enrollment.Decision.Unchanged;

/** What a meeting that a booking tool tells of does to an enrollment. Pure functions. */
public final class Meetings {
  /** More than this nobody reads, and whoever meets us every week is no prospect any longer. */
  private static final int MOST_AFTER_THE_END = 20;

  private Meetings() {}

  /** It is told, once for each detail; it ends what goes on where {@code stops} says so. */
  public static Decision told(Enrollment e, String detail, boolean stops, By by) {
    if (isTold(e, detail, by) || (e.state().ended() && meetings(e) >= MOST_AFTER_THE_END)) {
      return new Unchanged(e);
    }
    Entry entry = by.entry(Entry.Type.MEETING, e.step().orElse(0), detail);
    if (!stops || e.state().ended()) {
      return new Changed(Change.of(e, e.noted(entry)));
    }
    Change stop = Moves.stopped(e.with(entry), StopReason.MEETING_BOOKED, by);
    return new Changed(new Change(e, stop.after(), stop.tasks(), null));
  }

  private static boolean isTold(Enrollment e, String detail, By by) {
    return e.timeline().stream()
        .anyMatch(entry ->
            entry.type() == Entry.Type.MEETING
                && entry.by().equals(by.who())
                && entry.detail().equals(detail));
  }

  private static long meetings(Enrollment e) {
    return e.timeline().stream().filter(entry -> entry.type() == Entry.Type.MEETING).count();
  }
}
