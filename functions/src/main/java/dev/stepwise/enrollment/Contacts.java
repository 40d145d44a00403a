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
  Card card(EmailAddress email);

  /** What is known of each of these, as it was a moment ago. */
  Map<EmailAddress, Contact> known(Collection<EmailAddress> emails);

  /** One contact's partition: all parts may be absent. */
  record Card(
      @Nullable Contact known, @Nullable EnrollmentId lockedBy, @Nullable Suppression suppressed) {
    public Optional<Contact> contact() {
      return Optional.ofNullable(known);
    }
  }
}
