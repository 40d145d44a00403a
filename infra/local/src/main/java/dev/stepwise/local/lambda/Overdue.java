package dev.stepwise.local.lambda;

import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * Whether the table's due index, which keeps milliseconds, holds something due by an instant: a
 * jump over a month need not run thousands of sweeps that find nothing. A scan is fine here, for
 * only a local tool asks.
 */
public final class Overdue implements Predicate<Instant> {
  private final DynamoDbClient dynamodb;
  private final String table;

  public Overdue(DynamoDbClient dynamodb, String table) {
    this.dynamodb = dynamodb;
    this.table = table;
  }

  @Override
  public boolean test(Instant now) {
    return dynamodb.scanPaginator(overdue(now)).stream().anyMatch(page -> page.count() > 0);
  }

  private ScanRequest overdue(Instant now) {
    return ScanRequest.builder()
        .tableName(table)
        .indexName("due")
        .filterExpression("due <= :now")
        .expressionAttributeValues(
            Map.of(":now", AttributeValue.fromN(String.valueOf(now.toEpochMilli()))))
        .build();
  }
}
