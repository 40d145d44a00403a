package dev.stepwise.local.contract;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;

/**
 * AWS's rules of capacity units. A transaction doubles what the table writes, never what an index
 * does; an index entry costs when what it projects changes, twice when its key does.
 */
final class Units {
  private static final int WRITE = 1024;
  private static final int READ = 4096;

  private record Index(String hash, String range, Set<String> projected) {}

  private static final List<Index> INDEXES =
      List.of(
          new Index("dueShard", "due", Set.of("sequence", "version", "step", "generation")),
          new Index("seqKey", "seqSort", Set.of()),
          new Index("sndKey", "sndSort", Set.of()),
          new Index("contact", "created", Set.of()));

  private Units() {}

  static int ofWrite(Map<String, AttributeValue> old, Map<String, AttributeValue> now, int factor) {
    int table = factor * units(Math.max(size(old), size(now)), WRITE);
    return table + INDEXES.stream().mapToInt(index -> ofIndex(index, old, now)).sum();
  }

  private static int ofIndex(
      Index index, Map<String, AttributeValue> old, Map<String, AttributeValue> now) {
    Map<String, AttributeValue> before = entry(index, old);
    Map<String, AttributeValue> after = entry(index, now);
    if (before.equals(after)) {
      return 0;
    }
    boolean sameKey = keyed(index, before).equals(keyed(index, after));
    return sameKey
        ? units(Math.max(size(before), size(after)), WRITE)
        : (before.isEmpty() ? 0 : units(size(before), WRITE))
            + (after.isEmpty() ? 0 : units(size(after), WRITE));
  }

  private static Map<String, AttributeValue> entry(Index index, Map<String, AttributeValue> item) {
    if (!item.containsKey(index.hash()) || !item.containsKey(index.range())) {
      return Map.of();
    }
    Set<String> names = new HashSet<>(index.projected());
    names.addAll(List.of("pk", "sk", index.hash(), index.range()));
    return only(item, names);
  }

  private static Map<String, AttributeValue> keyed(Index index, Map<String, AttributeValue> entry) {
    return only(entry, Set.of(index.hash(), index.range()));
  }

  private static Map<String, AttributeValue> only(
      Map<String, AttributeValue> item, Set<String> names) {
    Map<String, AttributeValue> part = new HashMap<>(item);
    part.keySet().retainAll(names);
    return part;
  }

  /** A strong query: the sum of what it read. */
  static int ofQuery(Collection<Map<String, AttributeValue>> items) {
    return units(items.stream().mapToInt(Units::size).sum(), READ);
  }

  /** A strong batch: each item by itself, and one unit for each that is missing. */
  static int ofBatch(BatchGetItemRequest request, BatchGetItemResponse response) {
    int wanted = request.requestItems().values().stream().mapToInt(k -> k.keys().size()).sum();
    List<Integer> found =
        response.responses().values().stream()
            .flatMap(List::stream)
            .map(item -> units(size(item), READ))
            .toList();
    return found.stream().mapToInt(Integer::intValue).sum() + wanted - found.size();
  }

  private static int units(int bytes, int unit) {
    return Math.max(1, (bytes + unit - 1) / unit);
  }

  static int size(Map<String, AttributeValue> item) {
    return item.entrySet().stream().mapToInt(e -> utf8(e.getKey()) + size(e.getValue())).sum();
  }

  private static int size(AttributeValue value) {
    return switch (value.type()) {
      case S -> utf8(value.s());
      case N -> (value.n().length() + 1) / 2 + 1;
      case B -> value.b().asByteArray().length;
      case SS -> value.ss().stream().mapToInt(Units::utf8).sum();
      case L -> 3 + value.l().stream().mapToInt(v -> 1 + size(v)).sum();
      case M -> 3 + value.m().size() + size(value.m());
      default -> throw new IllegalArgumentException("no such attribute is stored: " + value.type());
    };
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
