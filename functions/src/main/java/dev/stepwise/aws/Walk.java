package dev.stepwise.aws;

import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments.Query;
import dev.stepwise.sequence.SequenceId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * A walk along the shelves of a query, one after the other, as far as one page and a number of
 * requests allow. A query that names nothing walks all sequences, one after the other.
 */
final class Walk {
  private static final int PAGE = 50;
  private static final int REQUESTS = 20;

  private final Table table;
  private final Query query;
  private @Nullable Place place;
  private List<Shelf> shelves;

  Walk(Table table, Query query, Place place) {
    this.table = table;
    this.query = query;
    this.place = place;
    this.shelves = place.sequence().isEmpty() ? Shelf.of(query) : ofSequence(place.sequence());
  }

  /** Keys of the next enrollments. */
  List<Key> page() {
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < REQUESTS && keys.size() < PAGE; i++) {
      Place here = place;
      if (here == null) {
        break;
      }
      if (here.shelf() < shelves.size()) {
        keys.addAll(read(here, PAGE - keys.size()));
      } else {
        place = goesOn() ? nextSequence(here) : null;
      }
    }
    return keys;
  }

  /** Where the next page begins; null when this was the last. */
  @Nullable String cursor(String name) {
    Place here = place;
    return here == null || (here.shelf() >= shelves.size() && !goesOn()) ? null : here.write(name);
  }

  private boolean goesOn() {
    return Shelf.of(query).isEmpty();
  }

  private List<Key> read(Place here, int limit) {
    Shelf shelf = shelves.get(here.shelf());
    Key after = here.id().isEmpty() ? null : Key.enrollment(new EnrollmentId(here.id()));
    QueryResponse answer = table.query(r -> shelf.ask(r, here.sort(), after).limit(limit));
    if (answer.hasLastEvaluatedKey()) {
      Item last = new Item(answer.lastEvaluatedKey());
      String id = EnrollmentItem.id(last).value();
      place = new Place(here.sequence(), here.shelf(), shelf.sort(last), id);
    } else {
      place = new Place(here.sequence(), here.shelf() + 1, "", "");
    }
    return answer.items().stream().map(Item::new).map(Key::of).toList();
  }

  private @Nullable Place nextSequence(Place here) {
    Shelf all = SequenceLists.SHELF;
    Key after = here.sequence().isEmpty() ? null : Key.head(id(here.sequence()));
    List<Item> next =
        table.query(r -> all.ask(r, here.sequence(), after).limit(1)).items().stream()
            .map(Item::new)
            .toList();
    if (next.isEmpty()) {
      return null;
    }
    String sequence = all.sort(next.getFirst());
    shelves = ofSequence(sequence);
    return new Place(sequence, 0, "", "");
  }

  private List<Shelf> ofSequence(String sort) {
    return Shelf.ofSequence(id(sort), query.state());
  }

  private static SequenceId id(String sort) {
    return new SequenceId(sort.substring(sort.indexOf('#') + 1));
  }

  /** After which enrollment of which shelf, of which sequence where all are walked. */
  record Place(String sequence, int shelf, String sort, String id) {
    static Place read(String name, @Nullable String cursor) {
      List<String> words = Cursor.read(name, cursor, 4);
      return words.isEmpty()
          ? new Place("", 0, "", "")
          : new Place(words.get(0), Integer.parseInt(words.get(1)), words.get(2), words.get(3));
    }

    String write(String name) {
      return Cursor.write(name, sequence, Integer.toString(shelf), sort, id);
    }
  }
}
