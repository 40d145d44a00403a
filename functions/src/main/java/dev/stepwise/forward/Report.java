package dev.stepwise.forward;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;

/**
 * What Stepwise tells the rep with a mail: whose it is, and in {@code words} what was done about
 * it, such as "sequence stopped: replied".
 */
public record Report(EnrollmentId enrollment, String sequence, EmailAddress sender, String words) {
  String headline() {
    return "[Stepwise] " + Words.line(words + " (" + sequence + ")", 500);
  }
}
