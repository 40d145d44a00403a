package dev.stepwise.local.lambda;

import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * Whether the table's due index holds something due at or before an instant, so that a jump over a
 * month need not run thousands of sweeps that find nothing. A scan is fine: only a local tool asks.
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
        // Seconds or milliseconds, whichever the table keeps: no second of our time is above 10^11.
        .filterExpression("due <= :seconds OR due BETWEEN :leastMillis AND :millis")
        .expressionAttributeValues(
            Map.of(
                ":seconds", number(now.getEpochSecond()),
                ":leastMillis", number(100_000_000_000L),
                ":millis", number(now.toEpochMilli())))
        .build();
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(String.valueOf(value));
  }
}
