package dev.stepwise.matching;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where clues lead, tokens apart: the enrollments whose mails have these ids, and the enrollments
 * that hold the authors as contacts.
 */
public record Leads(Map<String, EnrollmentId> messages, Map<EmailAddress, EnrollmentId> contacts) {
  public Leads {
    messages = Map.copyOf(messages);
    contacts = Map.copyOf(contacts);
  }

  /** Every enrollment that the clues lead to, each once, by the surest of its clues. */
  public List<Match> follow(Clues clues) {
    Map<EnrollmentId, Match.How> found = new LinkedHashMap<>();
    clues.replies().forEach(token -> add(found, token.enrollment(), Match.How.TOKEN));
    clues.optOuts().forEach(token -> add(found, token.enrollment(), Match.How.TOKEN));
    clues.messageIds().forEach(id -> add(found, messages.get(id), Match.How.REFERENCE));
    clues.from().forEach(author -> add(found, contacts.get(author), Match.How.ADDRESS));
    return found.entrySet().stream().map(e -> new Match(e.getKey(), e.getValue())).toList();
  }

  private static void add(
      Map<EnrollmentId, Match.How> found, @Nullable EnrollmentId id, Match.How how) {
    if (id != null) {
      found.putIfAbsent(id, how);
    }
  }
}
