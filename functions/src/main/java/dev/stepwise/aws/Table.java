package dev.stepwise.aws;

import dev.stepwise.contact.EmailAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The table: gets, puts, updates and transactions on it. It is never scanned. */
record Table(DynamoDbClient client, String name, Backoff backoff, Pseudonyms pseudonyms) {
  private static final ReturnValuesOnConditionCheckFailure ALL_OLD =
      ReturnValuesOnConditionCheckFailure.ALL_OLD;

  /** Where a part of what is known of a contact lies. */
  Key contact(EmailAddress email, String part) {
    return Key.ofContact(pseudonym(email), part);
  }

  /** What stands for an address in a contact's keys. */
  String pseudonym(EmailAddress email) {
    return pseudonyms.of(email, this);
  }

  /** A strong read. */
  Optional<Item> get(Key key) {
    var found =
        backoff.call(
            "GetItem",
            () ->
                client.getItem(r -> r.tableName(name).key(key.attributes()).consistentRead(true)));
    return found.hasItem() ? Optional.of(new Item(found.item())) : Optional.empty();
  }

  /** Strong reads of many items; those that are not there are left out. */
  Map<Key, Item> getAll(Collection<Key> keys) {
    return new BatchRead(this, true).of(keys);
  }

  /** Cheaper reads of many items, which may lag by a moment. */
  Map<Key, Item> getAllLagging(Collection<Key> keys) {
    return new BatchRead(this, false).of(keys);
  }

  QueryResponse query(UnaryOperator<QueryRequest.Builder> request) {
    QueryRequest query = request.apply(QueryRequest.builder().tableName(name)).build();
    return backoff.call("Query", () -> client.query(query));
  }

  /** All items of one partition, read strongly in one request. */
  List<Item> partition(String pk) {
    Expression key = Expression.of("#pk = :pk").with("pk", pk);
    return query(r ->
            r.keyConditionExpression(key.text())
                .expressionAttributeNames(key.names())
                .expressionAttributeValues(key.values())
                .consistentRead(true))
        .items()
        .stream()
        .map(Item::new)
        .toList();
  }

  /** All items of one partition whose sort keys begin so, read strongly, page by page. */
  List<Item> beginning(String pk, String prefix) {
    return all(
        Expression.of("#pk = :pk AND begins_with(#sk, :prefix)")
            .with("pk", pk)
            .with("prefix", prefix));
  }

  /** All items of one partition from the first sort key to the last, read strongly. */
  List<Item> between(Key first, Key last) {
    return all(
        Expression.of("#pk = :pk AND #sk BETWEEN :first AND :last")
            .with("pk", first.pk())
            .with("first", first.sk())
            .with("last", last.sk()));
  }

  private List<Item> all(Expression key) {
    List<Item> all = new ArrayList<>();
    Map<String, AttributeValue> last = Map.of();
    do {
      QueryResponse page = query(after(key, last));
      page.items().stream().map(Item::new).forEach(all::add);
      last = page.lastEvaluatedKey();
    } while (!last.isEmpty());
    return all;
  }

  private static UnaryOperator<QueryRequest.Builder> after(
      Expression key, Map<String, AttributeValue> last) {
    return r -> {
      r.keyConditionExpression(key.text())
          .expressionAttributeNames(key.names())
          .expressionAttributeValues(key.values())
          .consistentRead(true);
      return last.isEmpty() ? r : r.exclusiveStartKey(last);
    };
  }

  void put(Map<String, AttributeValue> item) {
    backoff.call("PutItem", () -> client.putItem(r -> r.tableName(name).item(item)));
  }

  /** Throws ConditionalCheckFailedException, with the item that is there. */
  void put(Map<String, AttributeValue> item, Expression condition) {
    backoff.call(
        "PutItem",
        () ->
            client.putItem(r ->
                r.tableName(name)
                    .item(item)
                    .conditionExpression(condition.text())
                    .expressionAttributeNames(condition.names())
                    .expressionAttributeValues(orNull(condition))
                    .returnValuesOnConditionCheckFailure(ALL_OLD)));
  }

  /** False when another item is there; that of a repeated request, which is this one, is fine. */
  boolean putOnce(Map<String, AttributeValue> item, Expression condition) {
    try {
      put(item, condition);
      return true;
    } catch (ConditionalCheckFailedException e) {
      return e.hasItem() && e.item().equals(item);
    }
  }

  /** The item after the update; throws ConditionalCheckFailedException, with the one there. */
  Item update(Key key, Expression update, Expression condition) {
    Expression both = Expression.joined(update, condition);
    return new Item(
        backoff
            .call(
                "UpdateItem",
                () ->
                    client.updateItem(r ->
                        r.tableName(name)
                            .key(key.attributes())
                            .updateExpression(update.text())
                            .conditionExpression(condition.text())
                            .expressionAttributeNames(both.names())
                            .expressionAttributeValues(orNull(both))
                            .returnValues(ReturnValue.ALL_NEW)
                            .returnValuesOnConditionCheckFailure(ALL_OLD)))
            .attributes());
  }

  void delete(Key key) {
    backoff.call(
        "DeleteItem", () -> client.deleteItem(r -> r.tableName(name).key(key.attributes())));
  }

  /** Throws ConditionalCheckFailedException. */
  void delete(Key key, Expression condition) {
    backoff.call(
        "DeleteItem",
        () ->
            client.deleteItem(r ->
                r.tableName(name)
                    .key(key.attributes())
                    .conditionExpression(condition.text())
                    .expressionAttributeNames(condition.names())
                    .expressionAttributeValues(orNull(condition))));
  }

  /** All or nothing; throws TransactionCanceledException when a condition failed. */
  void transact(List<TransactWriteItem> writes) {
    backoff.call(
        "TransactWriteItems", () -> client.transactWriteItems(r -> r.transactItems(writes)));
  }

  TransactWriteItem putting(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(p -> p.tableName(name).item(item)).build();
  }

  TransactWriteItem putting(Map<String, AttributeValue> item, Expression condition) {
    return TransactWriteItem.builder()
        .put(p ->
            p.tableName(name)
                .item(item)
                .conditionExpression(condition.text())
                .expressionAttributeNames(condition.names())
                .expressionAttributeValues(orNull(condition)))
        .build();
  }

  TransactWriteItem updating(Key key, Expression update, Expression condition) {
    Expression both = Expression.joined(update, condition);
    return TransactWriteItem.builder()
        .update(u ->
            u.tableName(name)
                .key(key.attributes())
                .updateExpression(update.text())
                .conditionExpression(condition.text())
                .expressionAttributeNames(both.names())
                .expressionAttributeValues(orNull(both)))
        .build();
  }

  TransactWriteItem deleting(Key key) {
    return TransactWriteItem.builder().delete(d -> d.tableName(name).key(key.attributes())).build();
  }

  /** DynamoDB takes no empty map of values. */
  @SuppressWarnings("NullAway")
  private static Map<String, AttributeValue> orNull(Expression e) {
    return e.values().isEmpty() ? null : e.values();
  }
}
