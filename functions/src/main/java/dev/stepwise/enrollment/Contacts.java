package dev.stepwise.enrollment;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of contacts, and which enrollment holds each. Reads are strong. */
public interface Contacts {
  Card card(EmailAddress email);

  /** Writes what is known of a contact over what was there. */
  void save(Contact contact);

  /** One contact's partition: all parts may be absent. */
  record Card(
      @Nullable Contact known, @Nullable EnrollmentId lockedBy, @Nullable Suppression suppressed) {
    public Optional<Contact> contact() {
      return Optional.ofNullable(known);
    }
  }
}
