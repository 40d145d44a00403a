package dev.stepwise.usecase;

import dev.stepwise.StepwiseException;
import dev.stepwise.enrollment.Dossier;
import dev.stepwise.enrollment.Dossiers;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Plan;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.sequence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Finds all that belongs to an enrollment. */
public record CaseFiles(Enrollments enrollments, Sequences sequences, Dossiers dossiers) {
  public Optional<CaseFile> find(EnrollmentId id) {
    return enrollments.find(id).map(this::of);
  }

  /** All that must be known of an enrollment's people. */
  public Dossier dossier(Enrollment e) {
    return dossiers.read(e.facts());
  }

  CaseFile of(Enrollment e) {
    return of(e, List.of());
  }

  /** With these days of its sender's ledger. */
  CaseFile of(Enrollment e, List<LocalDate> days) {
    Enrolled facts = e.facts();
    Dossier dossier = dossiers.read(facts, days);
    Version version = version(facts.sequence(), facts.version());
    return new CaseFile(e, dossier, Plan.of(version, dossier.contact(), dossier.sender()));
  }

  /** A version that an enrollment is on: it is never deleted. */
  Version version(SequenceId sequence, int number) {
    return sequences
        .version(sequence, number)
        .orElseThrow(
            () -> new StepwiseException("sequence " + sequence + " has no version " + number));
  }
}
