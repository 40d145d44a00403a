package dev.stepwise.matching;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.mail.SigningKeys;
import dev.stepwise.mail.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where clues lead: the keys that tokens name, the enrollments whose mails have these ids, and the
 * enrollments that hold the authors as contacts.
 */
public record Leads(
    Map<String, SigningKeys.Named> keys,
    Map<String, EnrollmentId> messages,
    Map<EmailAddress, EnrollmentId> contacts) {
  public Leads {
    keys = Map.copyOf(keys);
    messages = Map.copyOf(messages);
    contacts = Map.copyOf(contacts);
  }

  /** Every enrollment that the clues lead to, each once, by the surest of its clues. */
  public List<Match> follow(Clues clues) {
    Map<EnrollmentId, Match.How> found = new LinkedHashMap<>();
    clues.replies().stream().filter(this::isSigned).forEach(t -> add(found, t, Match.How.TOKEN));
    clues.optOuts().stream().filter(this::isSigned).forEach(t -> add(found, t, Match.How.TOKEN));
    clues.messageIds().forEach(id -> add(found, messages.get(id), Match.How.REFERENCE));
    clues.from().forEach(author -> add(found, contacts.get(author), Match.How.ADDRESS));
    return found.entrySet().stream().map(e -> new Match(e.getKey(), e.getValue())).toList();
  }

  /** True when the mail came to an address that opts out. */
  public boolean isOptOut(Clues clues) {
    return clues.optOuts().stream().anyMatch(this::isSigned);
  }

  private boolean isSigned(Token token) {
    SigningKeys.Named key = keys.get(token.keyId());
    return key != null && token.isSignedBy(key);
  }

  private static void add(Map<EnrollmentId, Match.How> found, Token token, Match.How how) {
    found.putIfAbsent(token.enrollment(), how);
  }

  private static void add(
      Map<EnrollmentId, Match.How> found, @Nullable EnrollmentId id, Match.How how) {
    if (id != null) {
      found.putIfAbsent(id, how);
    }
  }
}
