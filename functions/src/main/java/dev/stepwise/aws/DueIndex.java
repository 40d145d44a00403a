package dev.stepwise.aws;

import dev.stepwise.enrollment.Enrollments.Overdue;
import dev.stepwise.sequence.SequenceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The index of enrollments that wait for an instant, shard by shard. */
record DueIndex(Table table) {
  private static final String INDEX = "due";
  private static final int MINUTE = 60;

  /** Begins at another shard each minute, so that none starves when there are more than a limit. */
  List<Overdue> overdue(Instant before, int limit) {
    List<Overdue> found = new ArrayList<>();
    int first = Math.floorMod(before.getEpochSecond() / MINUTE, Sort.SHARDS);
    for (int i = 0; i < Sort.SHARDS && found.size() < limit; i++) {
      shard(table, Sort.shard(first + i), before, limit - found.size()).stream()
          .map(DueIndex::read)
          .forEach(found::add);
    }
    return found;
  }

  /** What of one shard is due before that instant, the earliest first. */
  static List<Item> shard(Table table, String shard, Instant before, int limit) {
    Expression key =
        Expression.of("#dueShard = :shard AND #due < :before")
            .with("shard", shard)
            .with("before", before.toEpochMilli());
    return table
        .query(r ->
            r.indexName(INDEX)
                .keyConditionExpression(key.text())
                .expressionAttributeNames(key.names())
                .expressionAttributeValues(key.values())
                .limit(limit))
        .items()
        .stream()
        .map(Item::new)
        .toList();
  }

  private static Overdue read(Item item) {
    return new Overdue(
        EnrollmentItem.id(item),
        new SequenceId(item.text(EnrollmentItem.SEQUENCE)),
        item.number(EnrollmentItem.VERSION),
        item.number(EnrollmentItem.STEP),
        item.number(EnrollmentItem.GENERATION),
        item.instant(EnrollmentIndexes.DUE));
  }
}
