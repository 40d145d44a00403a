package dev.stepwise.aws;

import dev.stepwise.Page;
import dev.stepwise.StaleVersionException;
import dev.stepwise.StepwiseException;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.sequence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Sequences in the table: a head and its versions lie in one partition, the head last. */
record DynamoSequences(Table table, VersionCache cache) implements Sequences {
  @Override
  public Optional<Sequence> find(SequenceId id) {
    List<Item> newest = headAndNewest(id);
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    Item head = newest.getFirst();
    Key current = SequenceItem.current(head);
    Version version =
        newest.size() == 2 && Key.of(newest.get(1)).equals(current)
            ? cache.of(newest.get(1))
            : version(current).orElseThrow(() -> lost(id));
    return Optional.of(SequenceItem.sequence(head, version));
  }

  /** One strong query: the head sorts after all versions. */
  private List<Item> headAndNewest(SequenceId id) {
    Expression key = Expression.of("#pk = :pk").with("pk", Key.head(id).pk());
    return table
        .query(r ->
            r.keyConditionExpression(key.text())
                .expressionAttributeNames(key.names())
                .expressionAttributeValues(key.values())
                .consistentRead(true)
                .scanIndexForward(false)
                .limit(2))
        .items()
        .stream()
        .map(Item::new)
        .toList();
  }

  private static StepwiseException lost(SequenceId id) {
    return new StepwiseException("sequence " + id + " lacks the version that its head names");
  }

  @Override
  public Optional<Version> version(SequenceId id, int number) {
    return version(Key.version(id, number));
  }

  private Optional<Version> version(Key key) {
    return cache.find(key).or(() -> table.get(key).map(cache::of));
  }

  @Override
  public Page<Version> versions(SequenceId id, @Nullable String cursor) {
    return new SequenceLists(table, cache).versions(id, cursor);
  }

  @Override
  public Page<Sequence> list(@Nullable String cursor) {
    return new SequenceLists(table, cache).sequences(cursor);
  }

  @Override
  public boolean create(Sequence sequence) {
    try {
      table.transact(
          List.of(
              table.putting(SequenceItem.head(sequence), Expression.ABSENT),
              putting(sequence.current())));
      return true;
    } catch (TransactionCanceledException _) {
      return false;
    }
  }

  @Override
  public void save(Sequence before, Sequence after) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(table.putting(SequenceItem.head(after), SequenceItem.unchanged(before)));
    if (after.current().number() != before.current().number()) {
      writes.add(putting(after.current()));
    }
    try {
      table.transact(writes);
    } catch (TransactionCanceledException _) {
      throw new StaleVersionException("sequence " + before.id());
    }
  }

  /** A version is written once. */
  private TransactWriteItem putting(Version version) {
    return table.putting(SequenceItem.version(version), Expression.ABSENT);
  }
}
