package dev.stepwise.usecase;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.Enrollment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller may know of a contact: the enrollments, and what forbids to write. */
public record ContactFile(
    @Nullable Contact contact, List<Enrollment> enrollments, List<Suppression> suppressions) {
  public ContactFile {
    enrollments = List.copyOf(enrollments);
    suppressions = List.copyOf(suppressions);
  }

  /** True when nothing is known. */
  public boolean isEmpty() {
    return contact == null && enrollments.isEmpty() && suppressions.isEmpty();
  }
}
