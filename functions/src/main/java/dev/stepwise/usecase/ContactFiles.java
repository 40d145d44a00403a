package dev.stepwise.usecase;

import dev.stepwise.Page;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.contact.Suppressions;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Enrollments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds all that is known of a contact. */
public record ContactFiles(Contacts contacts, Enrollments enrollments, Suppressions suppressions) {

  /**
   * What that caller may know: an admin everything, a rep the enrollments of own senders, and the
   * person only where there are any. What forbids to write is for all to know.
   */
  public ContactFile find(EmailAddress email, Authority who) {
    Contacts.Card card = contacts.card(email);
    List<Enrollment> seen = seen(email, who);
    boolean mayKnow = who.admin() || !seen.isEmpty();
    return new ContactFile(
        mayKnow ? card.known() : null, seen, suppressions(email, card.suppressed()));
  }

  /** Every enrollment of a contact, oldest first; one of just now may be missing. */
  List<Enrollment> enrollmentsOf(EmailAddress email) {
    Enrollments.Query query = new Enrollments.Query(null, email, null, null);
    List<Enrollment> all = new ArrayList<>();
    String cursor = null;
    do {
      Page<Enrollment> page = enrollments.list(query, cursor);
      all.addAll(page.items());
      cursor = page.cursor();
    } while (cursor != null);
    return all;
  }

  private List<Enrollment> seen(EmailAddress email, Authority who) {
    Set<EmailAddress> senders = who.admin() ? Set.of() : who.own();
    return enrollmentsOf(email).stream()
        .filter(e -> who.admin() || senders.contains(e.facts().sender()))
        .toList();
  }

  private List<Suppression> suppressions(EmailAddress email, @Nullable Suppression address) {
    return Stream.of(Optional.ofNullable(address), suppressions.find(email.domain()))
        .flatMap(Optional::stream)
        .toList();
  }
}
