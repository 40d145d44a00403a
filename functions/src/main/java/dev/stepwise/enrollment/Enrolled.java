package dev.stepwise.enrollment;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.sequence.SequenceId;
import java.time.Instant;

/**
 * What never changes of an enrollment, but that it becomes nobody's when its contact is erased;
 * {@code overridden} says that some steps have own copy.
 */
public record Enrolled(
    EnrollmentId id,
    SequenceId sequence,
    int version,
    EmailAddress contact,
    EmailAddress sender,
    Instant at,
    boolean overridden) {
  /** No domain of this name can be (RFC 2606): what stands for an erased contact leads nowhere. */
  private static final String NOWHERE = "@erased.invalid";

  /** True when nobody can tell any longer whose it was. */
  public boolean isErased() {
    return isErased(contact);
  }

  /** True for what stands for an erased contact. */
  public static boolean isErased(EmailAddress contact) {
    return contact.value().endsWith(NOWHERE);
  }

  /** The same of nobody: even two of one person cannot be linked. */
  Enrolled erased() {
    return new Enrolled(
        id, sequence, version, new EmailAddress("erased-" + id + NOWHERE), sender, at, false);
  }
}
