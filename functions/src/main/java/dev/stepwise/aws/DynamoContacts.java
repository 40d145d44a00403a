package dev.stepwise.aws;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.EnrollmentId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Contacts in the table: contact, lock and suppression of an address lie in one partition. */
record DynamoContacts(Table table) implements Contacts {
  @Override
  public Card card(EmailAddress email) {
    var parts =
        table.partition(table.contact(email, "").pk()).stream()
            .collect(Collectors.toMap(item -> item.text(Key.SK), Function.identity()));
    Item contact = parts.get(Key.CONTACT);
    Item lock = parts.get(Key.LOCK);
    Item suppression = parts.get(Key.SUPPRESSED);
    return new Card(
        contact == null ? null : ContactItem.read(contact),
        lock == null ? null : EnrollmentWrites.pointed(lock),
        suppression == null ? null : SuppressionItem.read(suppression, email.value()));
  }

  @Override
  public boolean forget(EmailAddress email, @Nullable EnrollmentId lockedBy) {
    Key lock = table.contact(email, Key.LOCK);
    Expression seen =
        lockedBy == null
            ? Expression.ABSENT
            : Expression.of("#e = :seen").with("seen", lockedBy.value());
    try {
      table.transact(
          List.of(
              table.putting(EnrollmentWrites.pointer(lock, NOBODY), seen),
              table.deleting(table.contact(email, Key.CONTACT))));
      return true;
    } catch (TransactionCanceledException _) {
      return false;
    }
  }

  @Override
  public Map<EmailAddress, Contact> known(Collection<EmailAddress> emails) {
    var keys = emails.stream().map(email -> table.contact(email, Key.CONTACT)).toList();
    return table.getAllLagging(keys).values().stream()
        .map(ContactItem::read)
        .collect(Collectors.toMap(Contact::email, Function.identity()));
  }
}
