package dev.stepwise.aws;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.matching.Clues;
import dev.stepwise.matching.Inbox;
import dev.stepwise.matching.Incoming;
import dev.stepwise.matching.Leads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Mails that came in, in the table. From a mail's arrival to its hold it takes two calls. */
record DynamoInbox(Table table) implements Inbox {
  @Override
  public Leads leads(Clues clues) {
    Map<String, Key> messages = keyed(clues.messageIds(), Key::message);
    Map<EmailAddress, Key> locks = keyed(clues.from(), author -> table.contact(author, Key.LOCK));
    Set<Key> all = new HashSet<>(messages.values());
    all.addAll(locks.values());
    Map<Key, Item> found = all.isEmpty() ? Map.of() : table.getAll(all);
    return new Leads(pointed(messages, found), pointed(locks, found));
  }

  private static <T> Map<T, Key> keyed(Collection<T> things, Function<T, Key> key) {
    Map<T, Key> keyed = new HashMap<>();
    things.forEach(thing -> keyed.put(thing, key.apply(thing)));
    return keyed;
  }

  private static <T> Map<T, EnrollmentId> pointed(Map<T, Key> keys, Map<Key, Item> found) {
    Map<T, EnrollmentId> pointed = new HashMap<>();
    keys.forEach((thing, key) -> {
      if (found.containsKey(key)) {
        pointed.put(thing, EnrollmentWrites.pointed(found.get(key)));
      }
    });
    return pointed;
  }

  @Override
  public Optional<Incoming> keep(Incoming mail) {
    TransactWriteItem item = table.putting(IncomingItem.write(mail), Expression.ABSENT);
    try {
      table.transact(with(item, mail, mail.enrollments()));
      return Optional.of(mail);
    } catch (TransactionCanceledException e) {
      List<CancellationReason> reasons = e.cancellationReasons();
      return Backoff.failed(reasons.getFirst())
          ? Optional.empty()
          : keep(mail.with(still(mail.matches(), reasons)));
    }
  }

  @Override
  public boolean keep(Incoming mail, List<EnrollmentId> more) {
    Expression asSeen = IncomingItem.unread(mail.matches().size() - more.size());
    try {
      table.transact(with(table.putting(IncomingItem.write(mail), asSeen), mail, more));
      return true;
    } catch (TransactionCanceledException e) {
      if (Backoff.failed(e.cancellationReasons().getFirst())) {
        return false;
      }
      throw e;
    }
  }

  private List<TransactWriteItem> with(
      TransactWriteItem first, Incoming mail, List<EnrollmentId> enrollments) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(first);
    enrollments.forEach(id ->
        writes.add(
            table.updating(
                Key.enrollment(id), EnrollmentWrites.holding(mail), Expression.PRESENT)));
    return writes;
  }

  /** Those whose enrollments are there: their writes did not fail. */
  private static <T> List<T> still(List<T> matches, List<CancellationReason> reasons) {
    List<T> still = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      if (!Backoff.failed(reasons.get(i + 1))) {
        still.add(matches.get(i));
      }
    }
    if (still.size() == matches.size()) {
      throw new IllegalStateException("a mail could not be kept, and no write of it failed");
    }
    return still;
  }

  @Override
  public Optional<Kept> find(String mailId) {
    return table.get(Key.mail(mailId)).map(IncomingItem::read);
  }

  @Override
  public void done(Incoming mail, @Nullable EmailAddress contact, String judgement) {
    table.put(IncomingItem.done(mail, contact, judgement));
  }

  @Override
  public List<String> ofContact(EmailAddress contact) {
    Expression key =
        Expression.of("#contact = :mails").with("mails", IncomingItem.ofContact(contact));
    return table
        .query(r ->
            r.indexName("byContact")
                .keyConditionExpression(key.text())
                .expressionAttributeNames(key.names())
                .expressionAttributeValues(key.values()))
        .items()
        .stream()
        .map(Item::new)
        .map(IncomingItem::id)
        .toList();
  }

  @Override
  public void forget(String mailId) {
    table.delete(Key.mail(mailId));
  }

  @Override
  public List<String> unread(Instant now, int limit) {
    List<String> found = new ArrayList<>();
    for (int shard = 0; shard < IncomingItem.SHARDS && found.size() < limit; shard++) {
      DueIndex.shard(table, IncomingItem.shard(shard), now, limit - found.size())
          .forEach(item -> found.add(IncomingItem.id(item)));
    }
    return found;
  }
}
