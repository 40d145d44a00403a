package dev.stepwise.aws;

import dev.stepwise.StepwiseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** BatchGetItem until every key is answered: DynamoDB may leave some for the next request. */
record BatchRead(Table table, boolean strong) {
  private static final int MOST_KEYS = 100;
  private static final int MOST_REQUESTS = 8;

  Map<Key, Item> of(Collection<Key> keys) {
    List<Key> all = keys.stream().distinct().toList();
    Map<Key, Item> found = new HashMap<>();
    for (int from = 0; from < all.size(); from += MOST_KEYS) {
      read(all.subList(from, Math.min(from + MOST_KEYS, all.size())), found);
    }
    return found;
  }

  private void read(List<Key> keys, Map<Key, Item> found) {
    List<Map<String, AttributeValue>> open =
        new ArrayList<>(keys.stream().map(Key::attributes).toList());
    for (int request = 1; !open.isEmpty(); request++) {
      BatchGetItemResponse answer = request(open);
      for (Map<String, AttributeValue> each : answer.responses().getOrDefault(name(), List.of())) {
        Item item = new Item(each);
        found.put(Key.of(item), item);
      }
      KeysAndAttributes left = answer.unprocessedKeys().get(name());
      open = left == null ? List.of() : left.keys();
      again(request, open);
    }
  }

  private BatchGetItemResponse request(List<Map<String, AttributeValue>> keys) {
    KeysAndAttributes wanted =
        KeysAndAttributes.builder().keys(keys).consistentRead(strong).build();
    return table
        .backoff()
        .call(
            "BatchGetItem",
            () -> table.client().batchGetItem(r -> r.requestItems(Map.of(name(), wanted))));
  }

  private void again(int request, List<Map<String, AttributeValue>> open) {
    if (open.isEmpty()) {
      return;
    }
    if (request == MOST_REQUESTS) {
      throw new StepwiseException("BatchGetItem left " + open.size() + " keys unread");
    }
    table.backoff().pause(request);
  }

  private String name() {
    return table.name();
  }
}
