package dev.stepwise.usecase;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.matching.Inbox;
import dev.stepwise.matching.Incoming;
import dev.stepwise.matching.Match;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Who a mail concerns: an answer counts for every enrollment of the person who gave it. */
public record Persons(Inbox inbox, Enrollments enrollments, Contacts contacts) {

  /** The mail with the other enrollments of these persons, which are held as well. */
  Incoming all(Incoming mail) {
    List<EnrollmentId> known = mail.enrollments();
    List<Match> more =
        contacts(mail).stream()
            .map(contact -> contacts.card(contact).lockedBy())
            .filter(Objects::nonNull)
            .distinct()
            .filter(holder -> !known.contains(holder))
            .map(holder -> new Match(holder, Match.How.PERSON))
            .toList();
    return extended(mail, more);
  }

  /** The mail with enrollments that only its content led to, which are held from now on. */
  Incoming extended(Incoming mail, List<Match> more) {
    if (more.isEmpty()) {
      return mail;
    }
    Incoming longer = mail.with(Stream.concat(mail.matches().stream(), more.stream()).toList());
    inbox.keep(longer, more.stream().map(Match::enrollment).toList());
    return longer;
  }

  /** The persons whose enrollments the mail answers; one that only seems to write answers none. */
  List<EmailAddress> contacts(Incoming mail) {
    return facts(mail).map(Enrolled::contact).distinct().toList();
  }

  /** True when all that was known of that person has been erased, or is being erased. */
  boolean isErased(EmailAddress person) {
    Suppression suppressed = contacts.card(person).suppressed();
    return Enrolled.isErased(person)
        || (suppressed != null && suppressed.reason() == Suppression.Reason.ERASED);
  }

  /** Those who wrote to these persons. */
  List<EmailAddress> senders(Incoming mail) {
    return facts(mail).map(Enrolled::sender).distinct().toList();
  }

  private Stream<Enrolled> facts(Incoming mail) {
    return mail.matches().stream()
        .filter(mail::isSure)
        .flatMap(match -> enrollments.find(match.enrollment()).stream())
        .map(Enrollment::facts);
  }
}
