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

  private final World world;
  private final Post post;
  private long fires;

  Functions(World world) {
    this.world = world;
    this.post = new Post(world.cast, world.agenda, world.incidents, world.watch);
  }

  /** A wake is on the queue. */
  void wake(StepDue due, Instant at) {
    post.put(
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
      Fired fired = world.engine.fire.fire(due, actor::timeLeft);
      world.trace.line(due.enrollment(), "generation " + due.generation() + ": " + fired);
      return (fired == Fired.EARLY && receives <= EARLY_RECEIVES) || fired == Fired.NO_TIME;
    } catch (RuntimeException trouble) {
      world.trace.line(due.enrollment(), "failed: " + trouble);
      return receives < FAILED_RECEIVES || !gaveUp(due);
    }
  }

  private boolean gaveUp(StepDue due) {
    try {
      world.engine.fire.giveUp(due, "failed " + FAILED_RECEIVES + " times");
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
    post.put(
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
      Enrollment stored = world.memory.enrollments().find(id).orElseThrow();
      world.engine.hearOfMail.heard(id, world.planted.report(report, stored));
      return true;
    } catch (RuntimeException trouble) {
      return false;
    }
  }

  /** A mail has come: SES calls three times, and then it is on the queue. */
  void mail(Receipt receipt, EnrollmentId answered) {
    world.watch.heard().came(receipt.id(), answered);
    work(
        "mail " + receipt.id(),
        answered,
        FAILED_RECEIVES + 3,
        () -> world.engine.readMail.read(world.engine.hearMail.hear(receipt)));
  }

  /** Mails that nobody has finished reading. */
  void readAgain(List<String> mails) {
    mails.forEach(
        mail -> work("again " + mail, null, RECEIVES, () -> world.engine.readMail.read(mail)));
  }

  private void work(String name, @Nullable EnrollmentId id, int most, Runnable work) {
    post.put(
        new Post.Message(name, id, EVENTS, most, (_, _) -> failed(name, id, work)),
        world.agenda.now());
  }

  /** Does what may fail; true when it failed. */
  boolean failed(String name, @Nullable EnrollmentId id, Runnable work) {
    try {
      work.run();
      return false;
    } catch (RuntimeException trouble) {
      world.trace.line(id, name + " failed: " + trouble);
      return true;
    }
  }

  /** One sweep. */
  void sweep() {
    String name = "sweep " + world.agenda.now();
    world.cast.begin(
        new Cast.Role(name, null, Duration.ofMinutes(1)),
        _ -> !failed(name, null, world.engine.sweep::sweep),
        _ -> {});
  }

  /** How many wakes were worked. */
  long fires() {
    return fires;
  }
}
