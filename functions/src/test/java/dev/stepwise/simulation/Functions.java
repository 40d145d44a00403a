package dev.stepwise.simulation;

import dev.stepwise.enrollment.By;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.MailReport;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.timer.StepDue;
import dev.stepwise.usecase.Fired;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions behind the queues, as the handlers have them: what fails comes again. */
final class Functions {
  private static final Duration STEP_DUE = Duration.ofMinutes(2);
  private static final Duration EVENTS = Duration.ofMinutes(3);
  private static final int RECEIVES = 6;
  private static final int FAILED_RECEIVES = 5;
  private static final int EARLY_RECEIVES = 3;

  private final Site site;
  private long fires;

  Functions(Site site) {
    this.site = site;
  }

  /** A wake is on the queue. */
  void wake(StepDue due, Instant at) {
    site.put(
        new Post.Message(
            "fire " + due.timerName(),
            due.enrollment(),
            STEP_DUE,
            RECEIVES,
            (actor, receives) -> fire(due, actor, receives)),
        at);
  }

  private boolean fire(StepDue due, Actor actor, int receives) {
    fires++;
    try {
      Fired fired = site.engine().fire.fire(due, actor::timeLeft);
      site.trace().line(due.enrollment(), "generation " + due.generation() + ": " + fired);
      return (fired == Fired.EARLY && receives <= EARLY_RECEIVES) || fired == Fired.NO_TIME;
    } catch (RuntimeException trouble) {
      site.trace().line(due.enrollment(), "failed: " + trouble);
      return receives < FAILED_RECEIVES || !gaveUp(due);
    }
  }

  private boolean gaveUp(StepDue due) {
    try {
      site.engine().fire.giveUp(due, "failed " + FAILED_RECEIVES + " times");
      return true;
    } catch (RuntimeException trouble) {
      return false;
    }
  }

  /** SES tells of a mail. */
  void tell(Ses.Event event) {
    Accepted mail = event.mail();
    MailReport.Mail named = new MailReport.Mail(mail.step(), mail.attempt(), mail.id());
    EnrollmentId id = mail.enrollment();
    site.put(
        new Post.Message(
            "event " + event.news().getClass().getSimpleName() + " " + mail.id(),
            id,
            EVENTS,
            RECEIVES,
            (actor, _) -> {
              By ses = new By(MailReport.SES, actor.now());
              return !heard(id, new MailReport(named, event.news(), ses));
            }),
        event.at());
  }

  private boolean heard(EnrollmentId id, MailReport report) {
    try {
      Enrollment stored = site.memory().enrollments().find(id).orElseThrow();
      site.engine().hearOfMail.heard(id, site.planted().report(report, stored));
      return true;
    } catch (RuntimeException trouble) {
      return false;
    }
  }

  /** A mail has come: SES calls three times, and then it is on the queue. */
  void mail(Replies.Reply reply, EnrollmentId answered) {
    Receipt receipt = reply.receipt();
    site.watch().heard().came(reply, answered);
    work(
        "mail " + receipt.id(),
        answered,
        FAILED_RECEIVES + 3,
        () -> site.engine().readMail.read(site.engine().hearMail.hear(receipt)));
  }

  /** Mails that nobody has finished reading. */
  void readAgain(List<String> mails) {
    mails.forEach(
        mail -> work("again " + mail, null, RECEIVES, () -> site.engine().readMail.read(mail)));
  }

  private void work(String name, @Nullable EnrollmentId id, int most, Runnable work) {
    site.put(
        new Post.Message(name, id, EVENTS, most, (_, _) -> failed(name, id, work)), site.now());
  }

  /** Does what may fail; true when it failed. */
  boolean failed(String name, @Nullable EnrollmentId id, Runnable work) {
    try {
      work.run();
      return false;
    } catch (RuntimeException trouble) {
      site.trace().line(id, name + " failed: " + trouble);
      return true;
    }
  }

  /** One sweep. */
  void sweep() {
    String name = "sweep " + site.now();
    site.begin(
        new Cast.Role(name, null, Duration.ofMinutes(1)),
        actor ->
            !failed(
                name,
                null,
                () -> {
                  site.engine().sweep.sweep();
                  site.engine().carry.goOn(actor::timeLeft);
                }));
  }

  /** How many wakes were worked. */
  long fires() {
    return fires;
  }
}
