package dev.stepwise.usecase;

import dev.stepwise.StaleVersionException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.Decision;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.MailReport;
import dev.stepwise.enrollment.MailReport.News;
import dev.stepwise.enrollment.MailReports;
import dev.stepwise.sender.Senders;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.StopOn;
import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.util.List;
import java.util.Optional;

/**
 * A report about one of our mails has come: it is told, and a contact who may not be written to any
 * more is suppressed and left alone. Where the mail's claim is still open, because SES's answer was
 * lost, its id is noted and step-fire, the only settler, is called.
 */
public final class HearOfMail {
  private static final int TRIES = 8;

  private final CaseFiles files;
  private final Timers timers;
  private final Suppress suppress;
  private final Senders senders;

  public HearOfMail(CaseFiles files, Timers timers, Suppress suppress, Senders senders) {
    this.files = files;
    this.timers = timers;
    this.suppress = suppress;
    this.senders = senders;
  }

  /**
   * True when it was news. In any order, twice, late, or after a crash, all of it is had once; of
   * an enrollment that is not there nothing is. The suppression comes first, so that nothing is
   * claimed and sent between it and the stop.
   */
  public boolean heard(EnrollmentId id, MailReport report) {
    return learnt(id, report).isPresent();
  }

  /** The same, with what never changes of its enrollment; nothing where it was no news. */
  public Optional<Enrolled> learnt(EnrollmentId id, MailReport report) {
    Optional<Enrollment> found = files.enrollments().find(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    EmailAddress contact = found.get().facts().contact();
    Optional<Suppression> asked = report.suppression(contact);
    asked
        .filter(_ -> !MailReports.isTold(found.get(), report))
        .ifPresent(wanted -> suppress.keep(contact, wanted));
    boolean news = told(found.get(), report);
    asked.ifPresent(why -> stopEverywhere(contact, why));
    return found.map(Enrollment::facts).filter(_ -> news);
  }

  /** Decides anew when something else was written meanwhile. */
  private boolean told(Enrollment found, MailReport report) {
    Enrollment current = found;
    for (int left = TRIES; ; left--) {
      try {
        return write(current, report);
      } catch (StaleVersionException stale) {
        if (left == 1) {
          throw stale;
        }
        current = files.enrollments().find(found.id()).orElseThrow();
      }
    }
  }

  private boolean write(Enrollment e, MailReport report) {
    Decision decision = MailReports.heard(e, report, softLimit(e, report.news()));
    Enrollment now = e;
    if (decision instanceof Decision.Changed(var change)) {
      files.enrollments().save(change);
      now = change.after();
    }
    if (now.awaits(report.mail().step(), report.mail().attempt())) {
      timers.queue(List.of(StepDue.settling(now)));
    }
    return now != e;
  }

  /** Only a soft bounce asks for the settings; a version is read once and then from memory. */
  private int softLimit(Enrollment e, News news) {
    if (!(news instanceof News.Bounced bounce) || bounce.hard()) {
      return Integer.MAX_VALUE;
    }
    Settings settings = files.version(e.facts().sequence(), e.facts().version()).settings();
    return settings.stopOn().contains(StopOn.BOUNCE)
        ? settings.softBounceLimit()
        : Integer.MAX_VALUE;
  }

  /** The contact may be in a later enrollment than the one that the mail was of. */
  private void stopEverywhere(EmailAddress contact, Suppression why) {
    Authority who = new Authority(why.by(), true, senders);
    suppress.stopSuppressed(contact, Hindrance.reason(why), who);
  }
}
