package dev.stepwise.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What happens when, in virtual time: one thing after the other, each at its instant. */
final class Agenda {
  private record Entry(Instant at, long order, Runnable what) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::order));
  private final Consumer<Instant> moved;
  private Instant now;
  private long order;

  /** Tells {@code moved} of each instant that time moves to. */
  Agenda(Instant start, Consumer<Instant> moved) {
    this.now = start;
    this.moved = moved;
  }

  Instant now() {
    return now;
  }

  /** Does it at that instant, after all that was put there before. */
  void at(Instant at, Runnable what) {
    entries.add(new Entry(at.isBefore(now) ? now : at, order++, what));
  }

  /** When the next thing happens. */
  Optional<Instant> next() {
    return Optional.ofNullable(entries.peek()).map(Entry::at);
  }

  /** Goes to that instant if nothing happens before it. */
  boolean moveTo(Instant at) {
    Entry first = entries.peek();
    if (first != null && !first.at().isAfter(at)) {
      return false;
    }
    move(at);
    return true;
  }

  /** Does what comes next, if it comes before {@code end}. */
  boolean work(Instant end) {
    Entry first = entries.peek();
    if (first == null || !first.at().isBefore(end)) {
      return false;
    }
    entries.remove();
    move(first.at());
    first.what().run();
    return true;
  }

  private void move(Instant at) {
    if (at.isAfter(now)) {
      now = at;
      moved.accept(at);
    }
  }
}
