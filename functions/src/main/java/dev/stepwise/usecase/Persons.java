package dev.stepwise.usecase;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.mail.Tokens;
import dev.stepwise.matching.Clues;
import dev.stepwise.matching.Inbox;
import dev.stepwise.matching.Incoming;
import dev.stepwise.matching.Match;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Who a mail concerns: an answer counts for every enrollment of the person who gave it. */
public record Persons(Inbox inbox, Enrollments enrollments, Contacts contacts, Tokens tokens) {

  /** The mail with the other enrollments of these persons, which are held as well. */
  Incoming all(Incoming mail) {
    List<EnrollmentId> known = mail.enrollments();
    List<Match> more =
        contacts(mail).stream()
            .map(contact -> contacts.card(contact).lockedBy())
            .filter(Objects::nonNull)
            .distinct()
            .filter(holder -> !known.contains(holder))
            // An erased contact's lock names an enrollment that is not there.
            .filter(holder -> enrollments.find(holder).isPresent())
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

  /**
   * The mail with what its whole header leads to: SES's event holds 10 KB of it at most. Where a
   * token or a mail of ours led to an enrollment already, nothing more is looked for.
   */
  Incoming completed(Incoming mail, Headers headers) {
    if (mail.matches().stream().anyMatch(Persons::isNamed)) {
      return mail;
    }
    Receipt whole =
        new Receipt(mail.id(), mail.at(), mail.from(), mail.recipients(), headers, mail.verdicts());
    Clues clues = Clues.of(whole, tokens);
    Incoming found = Incoming.of(whole, clues, inbox.leads(clues));
    List<EnrollmentId> held = mail.enrollments();
    List<Match> more =
        found.matches().stream().filter(match -> !held.contains(match.enrollment())).toList();
    return all(extended(found.with(surest(mail.matches(), found.matches())), more));
  }

  private static boolean isNamed(Match match) {
    return match.how() == Match.How.TOKEN || match.how() == Match.How.REFERENCE;
  }

  /** The matches that were known, by the surest clue to each. */
  private static List<Match> surest(List<Match> known, List<Match> found) {
    return known.stream()
        .map(match ->
            found.stream()
                .filter(other -> other.enrollment().equals(match.enrollment()))
                .findFirst()
                .orElse(match))
        .toList();
  }

  private Stream<Enrolled> facts(Incoming mail) {
    return mail.matches().stream()
        .filter(mail::isSure)
        .flatMap(match -> enrollments.find(match.enrollment()).stream())
        .map(Enrollment::facts);
  }
}
