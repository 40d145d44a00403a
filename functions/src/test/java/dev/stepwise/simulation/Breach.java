package dev.stepwise.simulation;

import dev.stepwise.enrollment.EnrollmentId;

/** A promise is broken. An error, so that no code of ours catches it. */
final class Breach extends Error {
  private static final long serialVersionUID = 1L;

  final String promise;
  final transient EnrollmentId enrollment;

  Breach(String promise, EnrollmentId enrollment, String what) {
    super(promise + " is broken for enrollment " + enrollment + ": " + what);
    this.promise = promise;
    this.enrollment = enrollment;
  }
}
