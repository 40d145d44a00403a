package dev.stepwise.enrollment;

import java.time.LocalDate;
import java.util.List;

/** Reads dossiers, strongly: a suppression that was written before is seen. */
public interface Dossiers {
  /** With these days of the sender's ledger. */
  Dossier read(Enrolled facts, List<LocalDate> days);

  /** Without any of the sender's ledger. */
  default Dossier read(Enrolled facts) {
    return read(facts, List.of());
  }
}
