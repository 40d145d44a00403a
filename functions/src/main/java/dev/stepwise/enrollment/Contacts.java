package dev.stepwise.enrollment;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of contacts, and which enrollment holds each. A card is read strongly; all is
 * written together with an enrollment.
 */
public interface Contacts {
  /** An id that no enrollment has: it holds the lock of a contact who was erased. */
  EnrollmentId NOBODY = new EnrollmentId("erased");

  Card card(EmailAddress email);

  /** What is known of each of these, as it was a moment ago. */
  Map<EmailAddress, Contact> known(Collection<EmailAddress> emails);

  /**
   * Forgets what is known of a contact; a suppression stays. Nobody who has read the lock before
   * can take it then: it is held by {@link #NOBODY}. False when another enrollment than {@code
   * lockedBy} has the lock: nothing is written.
   */
  boolean forget(EmailAddress email, @Nullable EnrollmentId lockedBy);

  /** One contact's partition: all parts may be absent. */
  record Card(
      @Nullable Contact known, @Nullable EnrollmentId lockedBy, @Nullable Suppression suppressed) {
    public Optional<Contact> contact() {
      return Optional.ofNullable(known);
    }
  }
}
