package dev.stepwise.enrollment;

/** Reads dossiers, strongly: a suppression that was written before is seen. */
public interface Dossiers {
  Dossier read(Enrolled facts);
}
