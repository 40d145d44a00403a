package dev.stepwise.aws;

import dev.stepwise.Page;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.sequence.Version;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Lists of sequences and of versions. */
record SequenceLists(Table table, VersionCache cache) {
  static final String KEY = "SEQUENCES";
  static final Shelf SHELF = Shelf.bySequence(KEY, "");
  private static final int PAGE = 25;

  Page<Sequence> sequences(@Nullable String cursor) {
    List<String> place = Cursor.read(KEY, cursor, 1);
    QueryResponse answer = table.query(r -> newestFirst(r, place).limit(PAGE));
    List<Key> keys = answer.items().stream().map(Item::new).map(Key::of).toList();
    Map<Key, Item> items = table.getAllLagging(keys);
    List<Item> heads = keys.stream().map(items::get).filter(Objects::nonNull).toList();
    return new Page<>(sequences(heads), next(answer));
  }

  private static QueryRequest.Builder newestFirst(QueryRequest.Builder r, List<String> place) {
    return place.isEmpty()
        ? SHELF.ask(r, "", null).scanIndexForward(false)
        : SHELF.ask(r, place.getFirst(), Key.head(id(place.getFirst()))).scanIndexForward(false);
  }

  private static SequenceId id(String sort) {
    return new SequenceId(sort.substring(sort.indexOf('#') + 1));
  }

  private static @Nullable String next(QueryResponse answer) {
    return answer.hasLastEvaluatedKey()
        ? Cursor.write(KEY, SHELF.sort(new Item(answer.lastEvaluatedKey())))
        : null;
  }

  private List<Sequence> sequences(List<Item> heads) {
    List<Key> unknown =
        heads.stream().map(SequenceItem::current).filter(key -> cache.find(key).isEmpty()).toList();
    // Strong: a head may be read before a lagging copy knows the version it names.
    Map<Key, Version> read =
        table.getAll(unknown).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> cache.of(e.getValue())));
    return heads.stream()
        .map(head -> SequenceItem.sequence(head, version(SequenceItem.current(head), read)))
        .toList();
  }

  private Version version(Key key, Map<Key, Version> read) {
    Version version = read.get(key);
    return version == null ? cache.find(key).orElseThrow() : version;
  }

  Page<Version> versions(SequenceId id, @Nullable String cursor) {
    String name = "versions " + id;
    List<String> place = Cursor.read(name, cursor, 1);
    Key below = place.isEmpty() ? Key.head(id) : new Key(Key.head(id).pk(), place.getFirst());
    Expression wanted =
        Expression.of("#pk = :pk AND #sk < :below")
            .with("pk", below.pk())
            .with("below", below.sk());
    QueryResponse answer =
        table.query(r ->
            r.keyConditionExpression(wanted.text())
                .expressionAttributeNames(wanted.names())
                .expressionAttributeValues(wanted.values())
                .consistentRead(true)
                .scanIndexForward(false)
                .limit(PAGE));
    List<Item> items = answer.items().stream().map(Item::new).toList();
    String next = answer.hasLastEvaluatedKey() ? items.getLast().text(Key.SK) : null;
    return new Page<>(
        items.stream().map(cache::of).toList(), next == null ? null : Cursor.write(name, next));
  }
}
