package dev.stepwise.simulation;

import dev.stepwise.simulation.World.Figures;
import dev.stepwise.simulation.World.Run;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs one seed after the other until so many wakes have been worked. */
final class Simulation {
  /** Who is told of trouble a million times is told nothing. */
  private static final Logger SAID = Logger.getLogger("dev.stepwise.usecase");

  private long seeds;
  private long fires;
  private long calls;
  private long mails;
  private long checks;
  private Duration longestStall = Duration.ZERO;
  private final Map<String, Long> incidents = new TreeMap<>();

  /** {@code ./mvnw -Psimulate -Dsteps=N -Dseed=S}: from that seed on, at least so many steps. */
  public static void main(String... args) {
    long steps = Long.parseLong(args[0]);
    long seed = Long.parseLong(args[1]);
    Simulation simulation = new Simulation();
    long began = System.nanoTime();
    try {
      simulation.run(seed, steps, Planted.NONE);
    } catch (Breach breach) {
      System.out.println(new Shrinking(seed + simulation.seeds, () -> Planted.NONE).report(breach));
      System.exit(1);
    }
    System.out.println(simulation.report(Duration.ofNanos(System.nanoTime() - began)));
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
    Level before = SAID.getLevel();
    SAID.setLevel(Level.OFF);
    try {
      while (more.getAsBoolean()) {
        add(World.run(Run.of(first + seeds, planted.get())));
        seeds++;
      }
    } finally {
      SAID.setLevel(before);
    }
  }

  long seeds() {
    return seeds;
  }

  long fires() {
    return fires;
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
    checks += figures.checks();
    longestStall =
        figures.longestStall().compareTo(longestStall) > 0 ? figures.longestStall() : longestStall;
    figures.incidents().forEach((kind, count) -> incidents.merge(kind, count, Long::sum));
  }

  String report(Duration took) {
    StringBuilder text = new StringBuilder();
    text.append(
        "seeds %,d; enrollment steps %,d; calls %,d; mails %,d; promises checked %,d%n"
            .formatted(seeds, fires, calls, mails, checks));
    text.append(
        "%.1f s: %,d steps a second; longest stall %s; broken promises 0%n"
            .formatted(
                took.toMillis() / 1e3, fires * 1_000 / Math.max(1, took.toMillis()), longestStall));
    text.append("what happened, by kind:");
    incidents.forEach((kind, count) -> text.append("%n  %-24s %,d".formatted(kind, count)));
    return text.toString();
  }
}
