package dev.stepwise.local.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A run at every whole multiple of a period; a jump visits only those that would find something.
 */
final class Periodic {
  private final long period;
  private final Predicate<Instant> finds;
  private final Consumer<Instant> run;
  private long last;

  Periodic(Duration period, Instant start, Predicate<Instant> finds, Consumer<Instant> run) {
    this.period = period.toMillis();
    this.finds = finds;
    this.run = run;
    this.last = Math.floorDiv(start.toEpochMilli(), this.period);
  }

  synchronized Instant next() {
    return at(last + 1);
  }

  /** The first run not after limit that would find something: one question if there is none. */
  synchronized Optional<Instant> firstFind(Instant limit) {
    var high = Math.floorDiv(limit.toEpochMilli(), period);
    if (high <= last || !finds.test(at(high))) {
      return Optional.empty();
    }
    var low = last;
    while (high - low > 1) {
      var middle = (low + high) >>> 1;
      if (finds.test(at(middle))) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Optional.of(at(high));
  }

  void work(Instant now) {
    passed(now.plusMillis(1));
    run.accept(now);
  }

  /** Counts the runs before this instant as done. */
  synchronized void passed(Instant before) {
    last = Math.max(last, Math.floorDiv(before.toEpochMilli() - 1, period));
  }

  private Instant at(long tick) {
    return Instant.ofEpochMilli(tick * period);
  }
}
