package dev.stepwise.enrollment;

import dev.stepwise.cadence.Wait;
import dev.stepwise.enrollment.Decision.Changed;
import dev.stepwise.enrollment.Decision.Unchanged;
import dev.stepwise.enrollment.MailReport.Mail;
import dev.stepwise.enrollment.MailReport.News;
import java.util.List;

/**
 * What a report about one of our mails does to an enrollment. It is told once for each mail,
 * whenever it comes, and never settles a claim: it only notes that the mail was accepted. Pure
 * functions.
 */
public final class MailReports {
  private MailReports() {}

  /** True when nothing is left to tell of it: it was told, or is about somebody else's copy. */
  public static boolean isTold(Enrollment e, MailReport report) {
    return told(accepted(e, report.mail()), report);
  }

  /**
   * Notes on an open claim that its mail was accepted, tells the report, and has its effect: the
   * soft bounce that makes {@code softLimit} of them ends the enrollment like a hard one.
   */
  public static Decision heard(Enrollment e, MailReport report, int softLimit) {
    Enrollment known = accepted(e, report.mail());
    if (told(known, report)) {
      return known.equals(e) ? new Unchanged(e) : new Changed(Change.of(e, known.touched()));
    }
    Enrollment told = known.with(entry(known, report));
    By by = report.by();
    return new Changed(
        switch (report.news()) {
          case News.Bounced(boolean hard, _) when hard || softBounces(told) >= softLimit ->
              stopped(e, told, StopReason.BOUNCED, by);
          case News.Complained _ -> stopped(e, told, StopReason.COMPLAINED, by);
          case News.OptedOut _ -> stopped(e, told, StopReason.UNSUBSCRIBED, by);
          case News.Rejected _ -> Change.of(e, failed(told, report));
          // The mail of a claim that was given up: what answers it finds the enrollment after all.
          case News.Sent _ -> new Change(e, told.touched(), List.of(), report.mail().id());
          case News.Bounced _, News.Delivered _, News.Delayed _, News.Opened _, News.Clicked _ ->
              Change.of(e, told.touched());
        });
  }

  /** That SES tells of the mail at all proves that it accepted it. */
  private static Enrollment accepted(Enrollment e, Mail mail) {
    Claim claim = e.claim();
    return claim != null && claim.messageId() == null && e.awaits(mail.step(), mail.attempt())
        ? e.claimed(claim.accepted(mail.id()))
        : e;
  }

  private static boolean told(Enrollment e, MailReport report) {
    if (!report.concerns(e.facts().contact())) {
      return true;
    }
    MailMark mark = MailMark.of(e, report.mail());
    MailLine line = MailLine.of(report);
    boolean known = report.news() instanceof News.Sent && mark.isOwn();
    return known
        || e.timeline().stream().anyMatch(entry -> line.isToldBy(entry) && mark.marks(entry));
  }

  private static Entry entry(Enrollment e, MailReport report) {
    MailMark mark = MailMark.of(e, report.mail());
    MailLine line = MailLine.of(report);
    return report.by().entry(line.type(), mark.step(), mark.after(line.text()));
  }

  private static long softBounces(Enrollment e) {
    return e.timeline().stream()
        .filter(entry -> entry.type() == Entry.Type.BOUNCED && entry.detail().startsWith("soft"))
        .count();
  }

  private static Change stopped(Enrollment e, Enrollment told, StopReason reason, By by) {
    if (told.state().ended()) {
      return Change.of(e, told.touched());
    }
    Change stop = Moves.stopped(told, reason, by);
    return new Change(e, stop.after(), stop.tasks(), null);
  }

  /** What would go on by itself fails; what waits for a person already only tells that person. */
  private static Enrollment failed(Enrollment told, MailReport report) {
    boolean goesOn =
        switch (told.state()) {
          case State.Active _ -> true;
          case State.Paused s -> s.reason().isSwitch() || Moves.isAsking(told);
          case State.AwaitingTask _, State.Finished _, State.Stopped _, State.Failed _ -> false;
        };
    if (!goesOn) {
      return told.touched();
    }
    int step = told.step().orElseThrow();
    String reason =
        "SES rejected the mail of step %d: %s"
            .formatted(MailMark.of(told, report.mail()).step(), MailLine.of(report).text());
    State next = new State.Failed(step, Wait.FAILED, reason);
    return told.moved(next, report.by().entry(Entry.Type.FAILED, step, reason));
  }
}
