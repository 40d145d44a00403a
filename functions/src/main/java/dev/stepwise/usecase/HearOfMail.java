package dev.stepwise.usecase;

import dev.stepwise.StaleVersionException;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Settlement;
import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.util.List;
import java.util.Optional;

/**
 * SES tells that it accepted a mail. Where its claim is still open, because the answer was lost,
 * the message id is noted and step-fire, the only settler, is called.
 */
public final class HearOfMail {
  private final Enrollments enrollments;
  private final Timers timers;

  public HearOfMail(Enrollments enrollments, Timers timers) {
    this.enrollments = enrollments;
    this.timers = timers;
  }

  /** Which mail of which enrollment was accepted, by the tags that it carried. */
  public record Accepted(EnrollmentId enrollment, int step, int attempt, String messageId) {}

  /** True when an open claim is to be settled by it; said twice, it does the same again. */
  public boolean accepted(Accepted mail) {
    Optional<Enrollment> found = enrollments.find(mail.enrollment());
    if (found.isEmpty() || !found.get().awaits(mail.step(), mail.attempt())) {
      return false;
    }
    Enrollment e = found.get();
    try {
      Change change = Settlement.accepted(e, mail.messageId());
      enrollments.save(change);
      timers.queue(List.of(StepDue.settling(change.after())));
      return true;
    } catch (StaleVersionException settledMeanwhile) {
      return accepted(mail);
    }
  }
}
