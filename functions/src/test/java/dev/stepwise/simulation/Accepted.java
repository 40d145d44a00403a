package dev.stepwise.simulation;

import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.mail.Letter;
import java.time.Instant;

/** A mail that SES accepted, and what its tags say. */
record Accepted(String id, Letter letter, Instant at) {
  EnrollmentId enrollment() {
    return new EnrollmentId(letter.tags().getOrDefault("enrollment", ""));
  }

  int step() {
    return Integer.parseInt(letter.tags().getOrDefault("step", ""));
  }

  int attempt() {
    return Integer.parseInt(letter.tags().getOrDefault("attempt", ""));
  }
}
