package dev.stepwise.local.aws;

import dev.stepwise.local.store.Table;
import dev.stepwise.local.time.Ticket;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The messages of one queue. Whoever calls holds the store's lock. */
final class SqsQueue {
  private final QueueSpec spec;
  private final Table<StoredMessage> table;
  private final Map<String, StoredMessage> byId = new HashMap<>();
  private final TreeSet<StoredMessage> byVisibility = new TreeSet<>(StoredMessage.BY_VISIBILITY);

  /** Messages sent while requests ran: they wait for these requests. */
  private final Map<String, Ticket> waiting = new HashMap<>();

  private long order;

  SqsQueue(QueueSpec spec, Table<StoredMessage> table) {
    this.spec = spec;
    this.table = table;
    table.forEach((id, message) -> {
      byId.put(id, message);
      byVisibility.add(message);
      order = Math.max(order, message.order());
    });
  }

  QueueSpec spec() {
    return spec;
  }

  long nextOrder() {
    return ++order;
  }

  void add(StoredMessage message, Ticket ticket) {
    if (!ticket.ready()) {
      waiting.put(message.id(), ticket);
    }
    put(message);
  }

  void put(StoredMessage message) {
    var before = byId.put(message.id(), message);
    if (before != null) {
      byVisibility.remove(before);
    }
    byVisibility.add(message);
    table.put(message.id(), message);
  }

  void remove(StoredMessage message) {
    byId.remove(message.id());
    byVisibility.remove(message);
    waiting.remove(message.id());
    table.remove(message.id());
  }

  void purge() {
    byId.clear();
    byVisibility.clear();
    waiting.clear();
    table.clear();
  }

  /** The first message that is visible and whose sender has finished. */
  Optional<StoredMessage> firstVisible(Instant now) {
    return byVisibility.stream()
        .takeWhile(message -> message.visibleAt() <= now.toEpochMilli())
        .filter(this::ready)
        .findFirst();
  }

  Optional<Instant> nextVisible() {
    return byVisibility.stream()
        .filter(this::ready)
        .findFirst()
        .map(message -> Instant.ofEpochMilli(message.visibleAt()));
  }

  /** The message that a receipt stands for, unless it was received again or deleted since. */
  Optional<StoredMessage> byReceipt(String receipt) {
    var id = receipt.split("#", 2)[0];
    return Optional.ofNullable(byId.get(id))
        .filter(message -> message.receiptHandle().equals(receipt));
  }

  boolean spent(StoredMessage message) {
    return spec.deadLetterName().isPresent() && message.receiveCount() >= spec.maxReceiveCount();
  }

  /** How many messages are visible, waiting for their first time, or in flight. */
  Counts counts(Instant now) {
    var later =
        byId.values().stream().filter(each -> each.visibleAt() > now.toEpochMilli()).toList();
    var delayed = (int) later.stream().filter(each -> each.receiveCount() == 0).count();
    return new Counts(byId.size() - later.size(), delayed, later.size() - delayed);
  }

  record Counts(int visible, int delayed, int inFlight) {}

  private boolean ready(StoredMessage message) {
    var ticket = waiting.get(message.id());
    if (ticket == null) {
      return true;
    }
    if (ticket.ready()) {
      waiting.remove(message.id());
      return true;
    }
    return false;
  }
}
