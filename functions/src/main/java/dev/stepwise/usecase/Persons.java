package dev.stepwise.usecase;

import dev.stepwise.contact.EmailAddress;
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

  /**
   * The mail with these enrollments, which are held from now on; as it is kept, when somebody else
   * reads it as well and was faster.
   */
  Incoming extended(Incoming mail, List<Match> more) {
    if (more.isEmpty()) {
      return mail;
    }
    Incoming longer = mail.with(Stream.concat(mail.matches().stream(), more.stream()).toList());
    return inbox.keep(longer, more.stream().map(Match::enrollment).toList())
        ? longer
        : inbox.find(mail.id()).map(Inbox.Kept::mail).orElse(mail);
  }

  /** The persons whose enrollments the mail answers; one that only seems to write answers none. */
  List<EmailAddress> contacts(Incoming mail) {
    return facts(mail).map(Enrolled::contact).distinct().toList();
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
