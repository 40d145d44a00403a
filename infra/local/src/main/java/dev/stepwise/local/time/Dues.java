package dev.stepwise.local.time;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Who has something due, and when. */
final class Dues {
  final List<DueSource> sources = new CopyOnWriteArrayList<>();
  final List<Periodic> periodics = new CopyOnWriteArrayList<>();

  /** The first instant not after limit that a jump must stop at. */
  Optional<Instant> first(Instant limit) {
    var soonest = soonest(sources.stream().flatMap(source -> source.nextDue().stream()));
    var due = soonest.filter(instant -> !instant.isAfter(limit));
    var bound = due.orElse(limit);
    var finds = periodics.stream().flatMap(each -> each.firstFind(bound).stream());
    return soonest(Stream.concat(due.stream(), finds));
  }

  /** When something is next due while time flows. */
  Optional<Instant> next() {
    return soonest(
        Stream.concat(
            sources.stream().flatMap(source -> source.nextDue().stream()),
            periodics.stream().map(Periodic::next)));
  }

  /** The work due at an instant of a jump, which leaves out runs that would find nothing. */
  List<Consumer<Instant>> at(Instant now) {
    var runs = periodics.stream().filter(each -> each.firstFind(now).isPresent());
    return Stream.concat(dueSources(now), runs.map(Dues::run)).toList();
  }

  /** The work due while time flows. */
  List<Consumer<Instant>> flowingAt(Instant now) {
    var runs = periodics.stream().filter(each -> !each.next().isAfter(now));
    return Stream.concat(dueSources(now), runs.map(Dues::run)).toList();
  }

  void passed(Instant before) {
    periodics.forEach(each -> each.passed(before));
  }

  private Stream<Consumer<Instant>> dueSources(Instant now) {
    return sources.stream()
        .filter(source -> source.nextDue().filter(due -> !due.isAfter(now)).isPresent())
        .map(source -> source::work);
  }

  private static Consumer<Instant> run(Periodic periodic) {
    return periodic::work;
  }

  private static Optional<Instant> soonest(Stream<Instant> instants) {
    return instants.min(Instant::compareTo);
  }
}
