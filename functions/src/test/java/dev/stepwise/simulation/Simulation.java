package dev.stepwise.simulation;

import dev.stepwise.simulation.World.Figures;
import dev.stepwise.simulation.World.Run;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Runs one seed after the other until so many wakes have been worked. Figures are summed, and a
 * breach is thrown, in the order of the seeds, however many threads run them.
 */
final class Simulation {
  private final int workers;
  private long seeds;
  private long fires;
  private long calls;
  private long mails;
  private long print = 17;
  private Duration longestStall = Duration.ZERO;
  private final Map<String, Long> checks = new TreeMap<>();
  private final Map<String, Long> incidents = new TreeMap<>();

  /** On as many threads as the machine has processors. */
  Simulation() {
    this(Ahead.workers());
  }

  Simulation(int workers) {
    this.workers = workers;
  }

  /** Throws the breach of the first seed that has one. */
  void run(long first, long steps, Planted planted) {
    run(first, () -> fires < steps, () -> planted);
  }

  /** The same for so many seeds; each has the bug planted anew. */
  void runSeeds(long first, long most, Supplier<Planted> planted) {
    run(first, () -> seeds < most, planted);
  }

  private void run(long first, BooleanSupplier more, Supplier<Planted> planted) {
    try (Hush _ = new Hush();
        Ahead<Figures> worlds =
            new Ahead<>(
                workers,
                seed -> World.run(Run.of(seed, planted.get())),
                new Ahead.Numbers(first, Long.MAX_VALUE))) {
      while (more.getAsBoolean()) {
        add(worlds.next());
        seeds++;
      }
    }
  }

  long seeds() {
    return seeds;
  }

  long fires() {
    return fires;
  }

  /** A number that two simulations share only if all their runs went the same way. */
  long print() {
    return print;
  }

  Duration longestStall() {
    return longestStall;
  }

  Map<String, Long> incidents() {
    return incidents;
  }

  private void add(Figures figures) {
    fires += figures.fires();
    calls += figures.calls();
    mails += figures.mails();
    print = 31 * print + figures.print();
    figures.checks().forEach((promise, count) -> checks.merge(promise, count, Long::sum));
    longestStall =
        figures.longestStall().compareTo(longestStall) > 0 ? figures.longestStall() : longestStall;
    figures.incidents().forEach((kind, count) -> incidents.merge(kind, count, Long::sum));
  }

  /** What a person reads of it, after so much time. */
  String report(Duration took) {
    long millis = Math.max(1, took.toMillis());
    return """
    seeds %,d; enrollment steps %,d; calls %,d; mails %,d
    %.1f s on %d workers: %,d steps a second
    longest stall %s; broken promises 0
    promises checked %,d:%s
    what happened, by kind:%s\
    """
        .formatted(
            seeds,
            fires,
            calls,
            mails,
            millis / 1e3,
            workers,
            fires * 1_000 / millis,
            longestStall,
            checks.values().stream().mapToLong(Long::longValue).sum(),
            lines(checks),
            lines(incidents));
  }

  private static String lines(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> "\n  %-24s %,d".formatted(count.getKey(), count.getValue()))
        .collect(Collectors.joining());
  }
}
