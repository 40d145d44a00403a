package dev.stepwise.aws;

import dev.stepwise.idempotency.IdempotencyKeys;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Idempotency keys in the table. TTL deletes late, so that the condition looks at it too. */
record DynamoIdempotencyKeys(Table table) implements IdempotencyKeys {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final int FORMAT = 1;
  private static final String REQUEST = "r";
  private static final String AT = "at";
  private static final String TTL = "ttl";

  @Override
  public Use use(String key, String request, Instant now) {
    var item =
        ItemWriter.at(Key.idempotency(key), FORMAT)
            .text(REQUEST, request)
            .instant(AT, now)
            .seconds(TTL, now.plus(KEPT));
    Expression free =
        Expression.of("attribute_not_exists(#pk) OR #ttl <= :now")
            .with("now", now.getEpochSecond());
    try {
      table.put(item.done(), free);
      return new Use.First(now);
    } catch (ConditionalCheckFailedException e) {
      Item before = new Item(e.item());
      return e.hasItem() && before.text(REQUEST).equals(request)
          ? new Use.Repeated(before.instant(AT))
          : new Use.Misused();
    }
  }
}
