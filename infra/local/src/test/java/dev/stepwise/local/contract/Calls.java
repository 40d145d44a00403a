package dev.stepwise.local.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Counts the SDK's calls, and what AWS would charge for them, while it is told to; the SDK finds it
 * by its global list of interceptors.
 */
public final class Calls implements ExecutionInterceptor {
  private static final ThreadLocal<@Nullable Bill> OPEN = new ThreadLocal<>();

  /** What was called, and its units. */
  static final class Bill {
    final List<String> calls = new ArrayList<>();
    final Map<Map<String, AttributeValue>, Map<String, AttributeValue>> before = new HashMap<>();
    int writeUnits;
    int readUnits;
  }

  /** Counts what this thread calls. */
  static Bill count(Runnable work) {
    Bill bill = new Bill();
    OPEN.set(bill);
    try {
      work.run();
    } finally {
      OPEN.remove();
    }
    return bill;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    Bill bill = OPEN.get();
    if (bill != null) {
      bill.calls.add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
      bill.before.clear();
      written(context.request()).forEach(w -> bill.before.put(w.key(), read(bill, w)));
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    Bill bill = OPEN.get();
    if (bill == null) {
      return;
    }
    int factor = context.request() instanceof TransactWriteItemsRequest ? 2 : 1;
    written(context.request())
        .forEach(w -> {
          Map<String, AttributeValue> old = bill.before.getOrDefault(w.key(), Map.of());
          bill.writeUnits += Units.ofWrite(old, read(bill, w), factor);
        });
    switch (context.response()) {
      case QueryResponse query -> bill.readUnits += Units.ofQuery(query.items());
      case BatchGetItemResponse batch ->
          bill.readUnits += Units.ofBatch((BatchGetItemRequest) context.request(), batch);
      default -> {}
    }
  }

  private record Written(String table, Map<String, AttributeValue> key) {}

  private static Stream<Written> written(SdkRequest request) {
    return switch (request) {
      case UpdateItemRequest update -> Stream.of(new Written(update.tableName(), update.key()));
      case PutItemRequest put -> Stream.of(written(put.tableName(), put.item()));
      case TransactWriteItemsRequest all -> all.transactItems().stream().map(Calls::written);
      default -> Stream.empty();
    };
  }

  private static Written written(TransactWriteItem item) {
    return item.update() == null
        ? written(item.put().tableName(), item.put().item())
        : new Written(item.update().tableName(), item.update().key());
  }

  private static Written written(String table, Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new HashMap<>(item);
    key.keySet().retainAll(List.of("pk", "sk"));
    return new Written(table, key);
  }

  private static Map<String, AttributeValue> read(Bill bill, Written w) {
    return uncounted(
        bill,
        () -> {
          try (DynamoDbClient client = DynamoDbClient.create()) {
            return client
                .getItem(r -> r.tableName(w.table()).key(w.key()).consistentRead(true))
                .item();
          }
        });
  }

  private static <T> T uncounted(Bill bill, Supplier<T> call) {
    OPEN.remove();
    try {
      return call.get();
    } finally {
      OPEN.set(bill);
    }
  }
}
