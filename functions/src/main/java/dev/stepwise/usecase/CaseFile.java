package dev.stepwise.usecase;

import dev.stepwise.enrollment.Dossier;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Plan;
import dev.stepwise.sender.Sender;

/** An enrollment with its people and its plan. */
public record CaseFile(Enrollment enrollment, Dossier dossier, Plan plan) {
  /** The same with its sender as it is now, and nothing known of the sender's ledger. */
  CaseFile by(Sender sender) {
    return new CaseFile(enrollment, dossier.by(sender), plan);
  }
}
