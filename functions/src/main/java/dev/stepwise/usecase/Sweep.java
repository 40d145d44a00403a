package dev.stepwise.usecase;

import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Enrollments.Overdue;
import dev.stepwise.matching.Inbox;
import dev.stepwise.matching.MailQueue;
import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The second net: enrollments whose timer was lost, late or failed are put on the queue again, and
 * mails that nobody finished reading.
 */
public final class Sweep {
  /** Timers are exact to a minute; what is later than this is overdue. */
  private static final Duration LATE = Duration.ofMinutes(2);

  /** How many one sweep queues at most; the next goes on. */
  private static final int MOST = 5_000;

  /** What would not be felt if it came at once. */
  private static final int AT_ONCE = 100;

  /** The next sweep comes in five minutes, and is to find only what stays. */
  private static final Duration SPREAD = Duration.ofMinutes(4);

  private final Enrollments enrollments;
  private final Timers timers;
  private final Inbox inbox;
  private final MailQueue mails;
  private final InstantSource clock;

  public Sweep(
      Enrollments enrollments, Timers timers, Inbox inbox, MailQueue mails, InstantSource clock) {
    this.enrollments = enrollments;
    this.timers = timers;
    this.inbox = inbox;
    this.mails = mails;
    this.clock = clock;
  }

  /** How many enrollments were overdue and how many mails unread. */
  public record Found(int overdue, int unread) {}

  /**
   * Queues what it finds, mails first, for answers weigh more; many enrollments are spread until
   * shortly before the next sweep.
   */
  public Found sweep() {
    Instant now = clock.instant();
    List<String> unread = inbox.unread(now, MOST);
    mails.readAgain(unread);
    List<Overdue> overdue = enrollments.overdue(now.minus(LATE), MOST);
    Duration over = overdue.size() > AT_ONCE ? SPREAD : Duration.ZERO;
    timers.queue(overdue.stream().map(Sweep::wake).toList(), now, over);
    return new Found(overdue.size(), unread.size());
  }

  private static StepDue wake(Overdue o) {
    return new StepDue(o.id(), o.sequence(), o.version(), o.step(), o.generation(), o.due());
  }
}
