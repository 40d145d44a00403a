package dev.stepwise.local.aws;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/**
 * DynamoDB Local on files. It answers a transaction before it has committed it, so that kill -9 can
 * lose one; a strong read of a written item waits for the commit.
 */
final class DurableTransactions extends LocalDynamoDBRequestHandler {
  private final Map<String, List<String>> keys = new ConcurrentHashMap<>();

  DurableTransactions(Path directory) {
    super(0, false, directory.toString(), true, false);
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(
      String accessKey, String region, TransactWriteItemsRequest request) {
    var response = super.transactWriteItems(accessKey, region, request);
    request.transactItems().stream()
        .flatMap(item -> read(accessKey, region, item))
        .findFirst()
        .ifPresent(read -> getItem(accessKey, region, read));
    return response;
  }

  private Stream<GetItemRequest> read(String accessKey, String region, TransactWriteItem item) {
    if (item.put() != null) {
      var put = item.put();
      var names = keys.computeIfAbsent(put.tableName(), table -> keys(accessKey, region, table));
      return Stream.of(strong(put.tableName(), only(names, put.item())));
    }
    if (item.update() != null) {
      return Stream.of(strong(item.update().tableName(), item.update().key()));
    }
    if (item.delete() != null) {
      return Stream.of(strong(item.delete().tableName(), item.delete().key()));
    }
    return Stream.empty();
  }

  private static GetItemRequest strong(String table, Map<String, AttributeValue> key) {
    return GetItemRequest.builder().tableName(table).key(key).consistentRead(true).build();
  }

  private static Map<String, AttributeValue> only(
      List<String> names, Map<String, AttributeValue> item) {
    var key = new HashMap<>(item);
    key.keySet().retainAll(names);
    return key;
  }

  private List<String> keys(String accessKey, String region, String table) {
    var describe = DescribeTableRequest.builder().tableName(table).build();
    return describeTable(accessKey, region, describe).table().keySchema().stream()
        .map(KeySchemaElement::attributeName)
        .toList();
  }
}
