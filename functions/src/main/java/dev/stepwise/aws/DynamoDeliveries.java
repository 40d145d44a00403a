package dev.stepwise.aws;

import dev.stepwise.booking.Deliveries;
import java.time.Duration;
import java.time.Instant;

/** Worked deliveries in the table. TTL deletes late, so that reading looks at it too. */
record DynamoDeliveries(Table table) implements Deliveries {
  private static final Duration KEPT = Duration.ofDays(400);
  private static final int FORMAT = 1;
  private static final String AT = "at";

  @Override
  public boolean isDone(String delivery, Instant now) {
    return table
        .get(Key.delivery(delivery))
        .map(item -> item.inFormat(FORMAT).instant(AT).plus(KEPT).isAfter(now))
        .orElse(false);
  }

  @Override
  public void done(String delivery, Instant now) {
    table.put(
        ItemWriter.at(Key.delivery(delivery), FORMAT)
            .instant(AT, now)
            .seconds("ttl", now.plus(KEPT))
            .done());
  }
}
