package dev.stepwise.usecase;

import dev.stepwise.enrollment.EnrollmentId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of one contact of an enroll call. */
public record EnrollResult(
    String email, Status status, @Nullable EnrollmentId enrollment, @Nullable String reason) {

  /** The three ways it can go. */
  public enum Status {
    ENROLLED,
    SKIPPED,
    REJECTED;

    /** The name that the API gives it. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static EnrollResult enrolled(String email, @Nullable EnrollmentId id) {
    return new EnrollResult(email, Status.ENROLLED, id, null);
  }

  static EnrollResult skipped(String email, EnrollmentId already, String reason) {
    return new EnrollResult(email, Status.SKIPPED, already, reason);
  }

  static EnrollResult skipped(String email, String reason) {
    return new EnrollResult(email, Status.SKIPPED, null, reason);
  }

  static EnrollResult rejected(String email, String reason) {
    return new EnrollResult(email, Status.REJECTED, null, reason);
  }
}
