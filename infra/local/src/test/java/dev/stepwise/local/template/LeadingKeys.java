package dev.stepwise.local.template;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The partition keys of a call, which IAM knows as {@code dynamodb:LeadingKeys}. */
final class LeadingKeys {
  private LeadingKeys() {}

  /** Those of the table's own; keys of an index are none of them. */
  static Stream<String> of(SdkRequest request) {
    return switch (request) {
      case GetItemRequest get -> pk(get.key());
      case PutItemRequest put -> pk(put.item());
      case UpdateItemRequest update -> pk(update.key());
      case DeleteItemRequest delete -> pk(delete.key());
      case BatchGetItemRequest all ->
          all.requestItems().values().stream()
              .flatMap(table -> table.keys().stream())
              .flatMap(LeadingKeys::pk);
      case TransactWriteItemsRequest all ->
          all.transactItems().stream().flatMap(LeadingKeys::written);
      case QueryRequest query when query.indexName() == null ->
          query.expressionAttributeValues().values().stream()
              .flatMap(value -> Stream.ofNullable(value.s()));
      default -> Stream.empty();
    };
  }

  /** As IAM's StringLike has it: a question mark stands for one character, a star for any. */
  static boolean fits(String pattern, String key) {
    String regex = "\\Q" + pattern.replace("?", "\\E.\\Q").replace("*", "\\E.*\\Q") + "\\E";
    return Pattern.matches(regex, key);
  }

  private static Stream<String> written(TransactWriteItem item) {
    return Stream.of(
            Optional.ofNullable(item.put()).map(put -> put.item()),
            Optional.ofNullable(item.update()).map(update -> update.key()),
            Optional.ofNullable(item.delete()).map(delete -> delete.key()),
            Optional.ofNullable(item.conditionCheck()).map(check -> check.key()))
        .flatMap(Optional::stream)
        .flatMap(LeadingKeys::pk);
  }

  private static Stream<String> pk(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get("pk")).map(AttributeValue::s).stream();
  }
}
