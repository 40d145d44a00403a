package dev.stepwise.simulation;

import dev.stepwise.enrollment.Dossiers;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.MailReport;
import dev.stepwise.forward.Forwarder;
import dev.stepwise.mail.Mailer;
import dev.stepwise.pacing.Ledgers;
import dev.stepwise.pause.Pauses;
import dev.stepwise.timer.Timers;

/** A bug that is put between the use cases and their ports, to see that it is found. */
interface Planted {
  Planted NONE = new Planted() {};

  /** Is told what it works on before anything is asked of it. */
  default void into(World world) {}

  default Enrollments enrollments(Enrollments right) {
    return right;
  }

  default Dossiers dossiers(Dossiers right) {
    return right;
  }

  default Ledgers ledgers(Ledgers right) {
    return right;
  }

  default Pauses pauses(Pauses right) {
    return right;
  }

  default Timers timers(Timers right) {
    return right;
  }

  default Mailer mailer(Mailer right) {
    return right;
  }

  default Forwarder forwarder(Forwarder right) {
    return right;
  }

  default MailReport report(MailReport right, Enrollment stored) {
    return right;
  }
}
