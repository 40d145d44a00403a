package dev.stepwise.pause;

import dev.stepwise.enrollment.Enrollments.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a pass has come along the lists of a scope: those of enrollments that may have to stand
 * still where the switch is {@code off}, those of paused ones where it is on again.
 */
public record Way(Scope scope, boolean off, int list, @Nullable String cursor) {
  private static final String OFF = "-";
  private static final String ON = "+";

  /** The beginning. */
  public static Way begin(Scope scope, boolean off) {
    return new Way(scope, off, 0, null);
  }

  /** The way that was left there; another turn of the switch begins anew. */
  public static Way read(Scope scope, boolean off, @Nullable String place) {
    if (place == null || !place.startsWith(off ? OFF : ON)) {
      return begin(scope, off);
    }
    String cursor = place.substring(2);
    return new Way(
        scope,
        off,
        Character.digit(place.charAt(1), Character.MAX_RADIX),
        cursor.isEmpty() ? null : cursor);
  }

  /** What {@link #read} reads. */
  public String write() {
    return (off ? OFF : ON) + list + (cursor == null ? "" : cursor);
  }

  /** What to list next; nothing at the end. */
  public Optional<Query> next() {
    return lists().skip(list).findFirst();
  }

  /** The way after a page, which has named the cursor of the next one. */
  public Way after(@Nullable String following) {
    return following == null
        ? new Way(scope, off, list + 1, null)
        : new Way(scope, off, list, following);
  }

  private Stream<Query> lists() {
    return switch (scope) {
      case Scope.OfSequence(var id) ->
          states().stream().map(state -> new Query(id, null, null, state));
      case Scope.OfSender(var email) -> Stream.of(new Query(null, null, email, null));
      case Scope.Everything _ -> states().stream().map(state -> new Query(null, null, null, state));
    };
  }

  private List<String> states() {
    return off ? List.of("active", "held", "awaiting_task") : List.of("paused");
  }
}
