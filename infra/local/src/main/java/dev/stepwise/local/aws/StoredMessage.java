package dev.stepwise.local.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/** A message as it lies in a queue; instants in milliseconds of virtual time. */
record StoredMessage(
    String id,
    long order,
    String body,
    Map<String, MessageAttribute> attributes,
    long sentAt,
    long visibleAt,
    long firstReceivedAt,
    int receiveCount) {

  /** The order in which messages become visible. */
  static final Comparator<StoredMessage> BY_VISIBILITY =
      Comparator.comparingLong((StoredMessage each) -> each.visibleAt())
          .thenComparingLong(each -> each.order());

  static StoredMessage sent(
      long order, String body, Map<String, MessageAttribute> attributes, Instant now) {
    var millis = now.toEpochMilli();
    return new StoredMessage(
        UUID.randomUUID().toString(), order, body, attributes, millis, millis, 0, 0);
  }

  StoredMessage visibleAt(Instant instant) {
    return new StoredMessage(
        id, order, body, attributes, sentAt, instant.toEpochMilli(), firstReceivedAt, receiveCount);
  }

  StoredMessage received(Instant now, Duration visibility) {
    return new StoredMessage(
        id,
        order,
        body,
        attributes,
        sentAt,
        now.plus(visibility).toEpochMilli(),
        receiveCount == 0 ? now.toEpochMilli() : firstReceivedAt,
        receiveCount + 1);
  }

  /** The message as it starts in another queue. */
  StoredMessage moved(long newOrder, Instant now) {
    return new StoredMessage(id, newOrder, body, attributes, sentAt, now.toEpochMilli(), 0, 0);
  }

  Message receipt() {
    return new Message(
        id,
        receiptHandle(),
        body,
        attributes,
        Instant.ofEpochMilli(sentAt),
        Instant.ofEpochMilli(firstReceivedAt),
        receiveCount);
  }

  String receiptHandle() {
    return id + "#" + receiveCount;
  }
}
