package dev.stepwise.aws;

import dev.stepwise.StaleVersionException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.sender.Sender;
import dev.stepwise.sender.Senders;
import dev.stepwise.sending.Pause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Senders in the table, and which token subjects act for them. */
record DynamoSenders(Table table, Known<Pause> known) implements Senders {
  private static final int FORMAT = 1;

  /** Who acts for a sender wants to know next whether everything is paused: that costs no call. */
  @Override
  public Optional<Sender> find(EmailAddress email) {
    Key sender = Key.sender(email);
    if (!known.isStale(Key.PAUSED)) {
      return table.get(sender).map(SenderItem::read);
    }
    Map<Key, Item> found = table.getAll(List.of(sender, Key.PAUSED));
    known.learn(Key.PAUSED, PauseItem.read(found.get(Key.PAUSED)));
    return Optional.ofNullable(found.get(sender)).map(SenderItem::read);
  }

  @Override
  public Set<EmailAddress> ofSubject(String subject) {
    return table.partition("U#" + subject).stream()
        .map(item -> new EmailAddress(item.text(Key.SK).substring(Key.PREFIX)))
        .collect(Collectors.toSet());
  }

  @Override
  public void save(Optional<Sender> before, Sender after) {
    List<TransactWriteItem> writes = new ArrayList<>();
    Set<String> bound = before.map(Sender::subjects).orElse(Set.of());
    writes.add(
        table.putting(
            SenderItem.write(after), before.map(SenderItem::unchanged).orElse(Expression.ABSENT)));
    after.subjects().stream()
        .filter(subject -> !bound.contains(subject))
        .map(subject -> Key.binding(subject, after.email()))
        .forEach(key -> writes.add(table.putting(ItemWriter.at(key, FORMAT).done())));
    bound.stream()
        .filter(subject -> !after.subjects().contains(subject))
        .map(subject -> Key.binding(subject, after.email()))
        .forEach(key -> writes.add(table.deleting(key)));
    try {
      table.transact(writes);
    } catch (TransactionCanceledException _) {
      throw new StaleVersionException("the sender");
    }
  }
}
