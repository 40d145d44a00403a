package dev.stepwise.aws;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Enrollments.Query;
import dev.stepwise.sequence.SequenceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** One partition of an index of enrollments; with a prefix, the part whose sort begins with it. */
record Shelf(String index, String keyName, String key, String sortName, String prefix) {

  /** The partitions that hold what is wanted, when it names a contact, sequence or sender. */
  static List<Shelf> of(Query query) {
    EmailAddress contact = query.contact();
    SequenceId sequence = query.sequence();
    EmailAddress sender = query.sender();
    if (contact != null) {
      return List.of(ofContact(contact));
    }
    if (sequence != null) {
      return ofSequence(sequence, query.state());
    }
    return sender == null ? List.of() : ofSender(sender);
  }

  private static Shelf ofContact(EmailAddress contact) {
    return new Shelf(
        "byContact", EnrollmentIndexes.CONTACT, contact.value(), EnrollmentIndexes.CREATED, "");
  }

  static List<Shelf> ofSequence(SequenceId sequence, @Nullable String state) {
    return IntStream.range(0, Sort.SHARDS)
        .mapToObj(shard -> EnrollmentIndexes.ofSequence(sequence, Sort.shard(shard)))
        .map(key -> bySequence(key, state == null ? "" : state + "#"))
        .toList();
  }

  static Shelf bySequence(String key, String prefix) {
    return new Shelf(
        "bySequence", EnrollmentIndexes.SEQUENCE_KEY, key, EnrollmentIndexes.SEQUENCE_SORT, prefix);
  }

  private static List<Shelf> ofSender(EmailAddress sender) {
    return IntStream.range(0, Sort.SHARDS)
        .mapToObj(shard -> EnrollmentIndexes.ofSender(sender, Sort.shard(shard)))
        .map(key ->
            new Shelf(
                "bySender", EnrollmentIndexes.SENDER_KEY, key, EnrollmentIndexes.SENDER_SORT, ""))
        .toList();
  }

  /** Asks for what comes after a place, or from the beginning where {@code sort} is empty. */
  QueryRequest.Builder ask(QueryRequest.Builder request, String sort, @Nullable Key after) {
    Expression wanted = Expression.of("#" + keyName + " = :key").with("key", key);
    if (!prefix.isEmpty()) {
      wanted = wanted.and("begins_with(#" + sortName + ", :prefix)").with("prefix", prefix);
    }
    if (after != null) {
      request.exclusiveStartKey(start(sort, after));
    }
    return request
        .indexName(index)
        .keyConditionExpression(wanted.text())
        .expressionAttributeNames(wanted.names())
        .expressionAttributeValues(wanted.values());
  }

  private Map<String, AttributeValue> start(String sort, Key after) {
    Map<String, AttributeValue> start = new HashMap<>(after.attributes());
    start.put(keyName, AttributeValue.fromS(key));
    start.put(sortName, isNumeric() ? AttributeValue.fromN(sort) : AttributeValue.fromS(sort));
    return start;
  }

  /** The sort value of an entry, as text. */
  String sort(Item entry) {
    AttributeValue value = entry.attributes().get(sortName);
    return value == null ? "" : isNumeric() ? value.n() : value.s();
  }

  private boolean isNumeric() {
    return sortName.equals(EnrollmentIndexes.CREATED);
  }
}
