package dev.stepwise.local.aws;

import dev.stepwise.local.store.Store;
import dev.stepwise.local.store.Table;
import dev.stepwise.local.time.Agenda;
import dev.stepwise.local.time.DueSource;
import dev.stepwise.local.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Accepts mails, keeps them in the outbox, and tells later what became of them. */
public final class SesService implements DueSource {
  /** How many mails a second are accepted: more than a machine sends. */
  public static final int RATE = 100_000;

  private record Owed(long order, String messageId, String kind, long at, String json) {
    SesEvent event() {
      return new SesEvent(messageId, SesEvent.Kind.valueOf(kind), Instant.ofEpochMilli(at), json);
    }
  }

  private record Publication(String queue, String topicArn, Set<String> kinds) {}

  private final VirtualClock clock;
  private final Agenda agenda;
  private final Store store;
  private final SqsService sqs;
  private final Table<OutboxMail> mails;
  private final Table<Owed> owedTable;
  private final List<OutboxMail> outbox = new ArrayList<>();
  private final TreeSet<Owed> owed =
      new TreeSet<>(
          Comparator.comparingLong((Owed each) -> each.at())
              .thenComparingLong(each -> each.order()));
  private final List<Consumer<SesEvent>> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable Publication publication;
  private long lastOwed;

  SesService(VirtualClock clock, Agenda agenda, Store store, SqsService sqs) {
    this.clock = clock;
    this.agenda = agenda;
    this.store = store;
    this.sqs = sqs;
    this.mails = store.table("ses.outbox", OutboxMail.class);
    this.owedTable = store.table("ses.owed", Owed.class);
    mails.forEach((key, mail) -> outbox.add(mail));
    owedTable.forEach((key, each) -> {
      owed.add(each);
      lastOwed = Math.max(lastOwed, each.order());
    });
  }

  /** Mails that SES accepted, in that order. */
  public List<OutboxMail> outbox() {
    return store.alone(() -> List.copyOf(outbox));
  }

  /** Where events of these kinds go: to this queue, in an SNS envelope of this topic. */
  public void publishTo(String queue, String topicArn, Set<String> kinds) {
    publication = new Publication(queue, topicArn, Set.copyOf(kinds));
  }

  /** Tells each event to a listener as well, when it is due. */
  public void listen(Consumer<SesEvent> listener) {
    listeners.add(listener);
  }

  @Override
  public Optional<Instant> nextDue() {
    return store.alone(() ->
        owed.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(owed.first().at())));
  }

  @Override
  public void work(Instant now) {
    var told =
        store.together(() -> {
          var due = owed.headSet(first(now), false).stream().toList();
          due.forEach(this::publish);
          return due;
        });
    told.forEach(each -> listeners.forEach(listener -> listener.accept(each.event())));
  }

  /** Accepts a mail and returns its id. */
  String accept(MailRequest request) {
    var at = clock.now();
    var id = "0100%012x-%s-000000".formatted(at.toEpochMilli(), UUID.randomUUID());
    var mail = MailWriter.write(request, id, at);
    store.together(() -> {
      mails.put(key(outbox.size()), mail);
      outbox.add(mail);
      SesEvents.of(mail).forEach(this::owe);
    });
    agenda.changed();
    return id;
  }

  private void owe(SesEvent event) {
    var next =
        new Owed(
            ++lastOwed,
            event.messageId(),
            event.kind().name(),
            event.at().toEpochMilli(),
            event.json());
    owed.add(next);
    owedTable.put(key(next.order()), next);
  }

  private void publish(Owed due) {
    var to = publication;
    if (to != null && to.kinds().contains(due.kind())) {
      var _ = sqs.send(to.queue(), SesEvents.envelope(to.topicArn(), due.event()), Duration.ZERO);
    }
    owed.remove(due);
    owedTable.remove(key(due.order()));
  }

  private static Owed first(Instant after) {
    return new Owed(Long.MIN_VALUE, "", "", after.toEpochMilli() + 1, "");
  }

  private static String key(long order) {
    return String.format(Locale.ROOT, "%012d", order);
  }
}
