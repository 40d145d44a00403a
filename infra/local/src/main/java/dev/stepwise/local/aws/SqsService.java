package dev.stepwise.local.aws;

import dev.stepwise.local.store.Store;
import dev.stepwise.local.time.Agenda;
import dev.stepwise.local.time.VirtualClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Queues in virtual time. Queues are called by their bare name throughout; a name that was not
 * declared is an {@link IllegalArgumentException}.
 */
public final class SqsService {
  static final String ACCOUNT = "000000000000";
  private static final String ARN = "arn:aws:sqs:us-east-1:" + ACCOUNT + ":";

  private final VirtualClock clock;
  private final Agenda agenda;
  private final Store store;
  private final Map<String, SqsQueue> queues = new ConcurrentHashMap<>();
  private @Nullable URI base;

  SqsService(VirtualClock clock, Agenda agenda, Store store) {
    this.clock = clock;
    this.agenda = agenda;
    this.store = store;
  }

  void at(URI uri) {
    base = uri;
  }

  /** Makes a queue; what it held before a restart is in it again. */
  public void declare(QueueSpec spec) {
    var table = store.table("sqs." + spec.name(), StoredMessage.class);
    store.alone(() -> queues.put(spec.name(), new SqsQueue(spec, table)));
    agenda.changed();
  }

  public String url(String queue) {
    return base + "/" + ACCOUNT + "/" + queue;
  }

  public String arn(String queue) {
    return ARN + queue;
  }

  /** The name in a queue's URL or ARN; empty when there is no such queue. */
  public Optional<String> named(String urlOrArn) {
    var name =
        urlOrArn.substring(1 + Math.max(urlOrArn.lastIndexOf('/'), urlOrArn.lastIndexOf(':')));
    return queues.containsKey(name) ? Optional.of(name) : Optional.empty();
  }

  /** Puts a message on a queue and returns its id. */
  public String send(String queue, String body, Duration delay) {
    return send(queue, body, Map.of(), delay);
  }

  /** Puts a message with attributes on a queue and returns its id. */
  public String send(
      String queue, String body, Map<String, MessageAttribute> attributes, Duration delay) {
    return change(
        queue,
        target -> {
          var now = clock.now();
          var message = StoredMessage.sent(target.nextOrder(), body, attributes, now);
          target.add(message.visibleAt(now.plus(delay)), agenda.ticket());
          return message.id();
        });
  }

  /**
   * Takes up to max messages, which become visible again after the queue's visibility timeout. One
   * that was received too often goes to the dead-letter queue instead.
   */
  public List<Message> receive(String queue, int max, Instant now) {
    return receive(queue, max, now, queue(queue).spec().visibility());
  }

  List<Message> receive(String queue, int max, Instant now, Duration visibility) {
    return change(
        queue,
        source -> {
          var received = new ArrayList<Message>();
          while (received.size() < max) {
            var next = source.firstVisible(now);
            if (next.isEmpty()) {
              break;
            }
            take(source, next.get(), now, visibility).ifPresent(received::add);
          }
          return List.copyOf(received);
        });
  }

  private Optional<Message> take(
      SqsQueue source, StoredMessage message, Instant now, Duration visibility) {
    if (source.spent(message)) {
      var dead = queue(source.spec().deadLetterName().orElseThrow());
      source.remove(message);
      dead.put(message.moved(dead.nextOrder(), now));
      return Optional.empty();
    }
    var taken = message.received(now, visibility);
    source.put(taken);
    return Optional.of(taken.receipt());
  }

  /** Deletes a message by its latest receipt; any other receipt changes nothing. */
  public void delete(String queue, String receipt) {
    var _ =
        change(
            queue,
            source -> {
              source.byReceipt(receipt).ifPresent(source::remove);
              return true;
            });
  }

  /** Makes a received message visible after so long from now; false when the receipt is old. */
  public boolean changeVisibility(String queue, String receipt, Duration visibility) {
    return change(
        queue,
        source -> {
          var message = source.byReceipt(receipt);
          message.ifPresent(each -> source.put(each.visibleAt(clock.now().plus(visibility))));
          return message.isPresent();
        });
  }

  /** Throws every message away. */
  public void purge(String queue) {
    var _ =
        change(
            queue,
            source -> {
              source.purge();
              return true;
            });
  }

  /** When the next message that may be worked becomes visible. */
  public Optional<Instant> nextVisible(String queue) {
    return store.alone(() -> queue(queue).nextVisible());
  }

  QueueSpec spec(String queue) {
    return queue(queue).spec();
  }

  SqsQueue.Counts counts(String queue) {
    return store.alone(() -> queue(queue).counts(clock.now()));
  }

  private <T> T change(String queue, Function<SqsQueue, T> change) {
    var result = store.together(() -> change.apply(queue(queue)));
    agenda.changed();
    return result;
  }

  private SqsQueue queue(String name) {
    var queue = queues.get(name);
    if (queue == null) {
      throw new IllegalArgumentException("no queue " + name + " was declared");
    }
    return queue;
  }
}
