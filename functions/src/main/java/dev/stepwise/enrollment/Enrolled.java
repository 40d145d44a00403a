package dev.stepwise.enrollment;

import dev.stepwise.Ids;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.pacing.Booking;
import dev.stepwise.pacing.Slots;
import dev.stepwise.sequence.SequenceId;
import java.time.Instant;

/**
 * What never changes of an enrollment, but that it becomes nobody's when its contact is erased;
 * {@code overridden} says that some steps have own copy, and {@code slots} are the places that its
 * mails were given among those of its sender.
 */
public record Enrolled(
    EnrollmentId id,
    SequenceId sequence,
    int version,
    EmailAddress contact,
    EmailAddress sender,
    Instant at,
    boolean overridden,
    Slots slots) {
  /** No domain of this name can be (RFC 2606): what stands for an erased contact leads nowhere. */
  private static final String NOWHERE = "@erased.invalid";

  /** Of a sender whose mails need no places. */
  public Enrolled(
      EnrollmentId id,
      SequenceId sequence,
      int version,
      EmailAddress contact,
      EmailAddress sender,
      Instant at,
      boolean overridden) {
    this(id, sequence, version, contact, sender, at, overridden, Slots.NONE);
  }

  /** What the mail of that step is called in its sender's ledger, when it is first decided on. */
  static String mail(EnrollmentId id, int step) {
    return mail(id, step, 0);
  }

  /** The same after so many mails of that step that left, or may have left. */
  static String mail(EnrollmentId id, int step, long earlier) {
    return Ids.derived(id.value(), "" + step, "" + earlier).substring(0, Booking.NAME);
  }

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
        id,
        sequence,
        version,
        new EmailAddress("erased-" + id + NOWHERE),
        sender,
        at,
        false,
        slots);
  }
}
