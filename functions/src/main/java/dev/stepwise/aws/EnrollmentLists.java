package dev.stepwise.aws;

import dev.stepwise.Page;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Enrollments.Query;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lists of enrollments. An index gives the ids, one batch their items, and what the index could not
 * tell apart is left out afterwards; so a page may be short or empty and still have a cursor.
 */
record EnrollmentLists(Table table) {
  Page<Enrollment> page(Query query, @Nullable String cursor) {
    String name = "enrollments " + query;
    Walk walk = new Walk(table, query, Walk.Place.read(name, cursor));
    List<Key> keys = walk.page();
    return new Page<>(enrollments(query, keys), walk.cursor(name));
  }

  private List<Enrollment> enrollments(Query query, List<Key> keys) {
    Map<Key, Item> items = table.getAllLagging(keys);
    return keys.stream()
        .map(items::get)
        .filter(Objects::nonNull)
        .map(EnrollmentItem::read)
        .filter(query::matches)
        .toList();
  }
}
