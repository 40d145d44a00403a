package dev.stepwise.usecase;

import dev.stepwise.booking.Booking;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.mail.Token.Purpose;
import dev.stepwise.mail.Tokens;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whose meeting it is: the enrollment that the link's token names, whatever address was typed in,
 * and the one that holds each person who comes, or held that person last.
 */
public record Booked(Enrollments enrollments, Contacts contacts, Tokens tokens) {
  Set<EnrollmentId> find(Booking booking, Instant now) {
    Set<EnrollmentId> found = new LinkedHashSet<>();
    Set<EmailAddress> people = new LinkedHashSet<>();
    byToken(booking, now)
        .ifPresent(e -> {
          found.add(e.id());
          people.add(e.facts().contact());
        });
    people.addAll(booking.people());
    people.forEach(
        person -> Optional.ofNullable(contacts.card(person).lockedBy()).ifPresent(found::add));
    return found;
  }

  private Optional<Enrollment> byToken(Booking booking, Instant now) {
    return Optional.ofNullable(booking.token())
        .flatMap(token -> tokens.read(Purpose.BOOKING, token, now))
        .flatMap(enrollments::find);
  }
}
