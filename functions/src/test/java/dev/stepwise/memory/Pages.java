package dev.stepwise.memory;

import dev.stepwise.Page;
import dev.stepwise.aws.Cursor;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Pages of a sorted map; the cursor is the last key, bound to the query as the real ones are. */
final class Pages {
  private static final int SIZE = 50;

  private Pages() {}

  static <T> Page<T> of(String query, NavigableMap<String, T> all, @Nullable String cursor) {
    List<String> place = Cursor.read(query, cursor, 1);
    NavigableMap<String, T> left = place.isEmpty() ? all : all.tailMap(place.getFirst(), false);
    List<String> keys = left.keySet().stream().limit(SIZE).toList();
    List<T> items = left.values().stream().limit(SIZE).toList();
    return new Page<>(items, left.size() > SIZE ? Cursor.write(query, keys.getLast()) : null);
  }
}
