package dev.stepwise.usecase;

import dev.stepwise.StaleVersionException;
import dev.stepwise.enrollment.By;
import dev.stepwise.enrollment.Claim;
import dev.stepwise.enrollment.Decision;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.MailThread;
import dev.stepwise.enrollment.Moves;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.enrollment.Switching;
import dev.stepwise.mail.Composer;
import dev.stepwise.task.Task;
import dev.stepwise.task.Tasks;
import dev.stepwise.usecase.Refusal.Conflict;
import dev.stepwise.usecase.Refusal.Forbidden;
import dev.stepwise.usecase.Refusal.NotFound;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a person does to one enrollment: pause, resume, stop, retry, send now, resolve. */
public final class MoveEnrollment {
  /** How often a decision is taken anew because somebody else wrote in between. */
  private static final int TRIES = 30;

  private final CaseFiles files;
  private final Commit commit;
  private final InstantSource clock;

  public MoveEnrollment(CaseFiles files, Commit commit, InstantSource clock) {
    this.files = files;
    this.commit = commit;
    this.clock = clock;
  }

  public Answer<Enrollment> pause(EnrollmentId id, Authority who) {
    return change(id, who, (file, by) -> Moves.pause(file.enrollment(), by));
  }

  /** Its open tasks are due later by as long as it stood still. */
  public Answer<Enrollment> resume(EnrollmentId id, Tasks tasks, Authority who) {
    return change(
        id,
        who,
        allowed((file, by) -> {
          Enrollment e = file.enrollment();
          return Switching.withTasks(Moves.resume(e, file.plan(), by), open(e, tasks), by);
        }));
  }

  /** The tasks of an enrollment that are still open. */
  static List<Task> open(Enrollment e, Tasks tasks) {
    return e.openTasks().stream().map(tasks::find).flatMap(Optional::stream).toList();
  }

  public Answer<Enrollment> stop(EnrollmentId id, StopReason reason, Authority who) {
    return change(id, who, (file, by) -> Moves.stop(file.enrollment(), reason, by));
  }

  public Answer<Enrollment> retry(EnrollmentId id, Authority who) {
    return change(id, who, heeding((file, by) -> Moves.retry(file.enrollment(), file.plan(), by)));
  }

  public Answer<Enrollment> sendNow(EnrollmentId id, Authority who) {
    return change(
        id, who, allowed((file, by) -> Moves.sendNow(file.enrollment(), file.plan(), by)));
  }

  /** The rep's word on a mail with an unknown outcome: it went out, or send it. */
  public Answer<Enrollment> resolve(EnrollmentId id, boolean wentOut, Authority who) {
    return change(
        id, who, heeding((file, by) -> wentOut ? toldSent(file, by) : toldToSend(file, by)));
  }

  /** What would make it go on at once is refused while a switch is off that it is under. */
  private static BiFunction<CaseFile, By, Decision> allowed(
      BiFunction<CaseFile, By, Decision> decide) {
    return (file, by) ->
        file.dossier()
            .switches()
            .off(by.at())
            .<Decision>map(off -> new Decision.Refused(off.refusal()))
            .orElseGet(() -> decide.apply(file, by));
  }

  /** What would make it go on in its time stands still while such a switch is off. */
  private static BiFunction<CaseFile, By, Decision> heeding(
      BiFunction<CaseFile, By, Decision> decide) {
    return (file, by) ->
        Switching.under(decide.apply(file, by), file.dossier().switches(), by.at());
  }

  private static Decision toldSent(CaseFile file, By by) {
    Enrollment e = file.enrollment();
    Claim claim = e.claim();
    MailThread thread =
        claim == null
            ? new MailThread(0, "")
            : Composer.thread(e, claim, file.plan().version(), file.dossier());
    return Moves.toldSent(e, file.plan(), thread, by);
  }

  private static Decision toldToSend(CaseFile file, By by) {
    return Moves.toldToSend(file.enrollment(), file.plan(), by);
  }

  /** Finds, decides and saves; decides anew when somebody else was faster. */
  Answer<Enrollment> change(
      EnrollmentId id, Authority who, BiFunction<CaseFile, By, Decision> decide) {
    for (int left = TRIES; ; left--) {
      Optional<CaseFile> file = files.find(id);
      if (file.isEmpty()) {
        return Answer.refused(new NotFound("enrollment " + id));
      }
      if (!who.mayActFor(file.get().enrollment().facts().sender())) {
        return Answer.refused(new Forbidden("this enrollment is another sender's"));
      }
      try {
        By by = new By(who.subject(), clock.instant());
        return carryOut(decide.apply(file.get(), by), by);
      } catch (StaleVersionException e) {
        if (left == 1) {
          throw e;
        }
      }
    }
  }

  private Answer<Enrollment> carryOut(Decision decision, By by) {
    return switch (decision) {
      case Decision.Unchanged(Enrollment e) -> Answer.done(e);
      case Decision.Refused(String why) -> Answer.refused(new Conflict(why));
      case Decision.Changed(var change) -> {
        commit.write(change, by.at());
        yield Answer.done(change.after());
      }
    };
  }
}
