package dev.stepwise.simulation;

import dev.stepwise.simulation.Exploration.Result;
import java.time.Duration;
import java.util.List;

/** The simulator by hand: {@code ./mvnw -Psimulate}. */
final class Simulate {
  private static final String ALL = "all";

  private Simulate() {}

  /** What functions/pom.xml names; a broken promise ends it with 1. */
  public static void main(String... args) {
    long began = System.nanoTime();
    try {
      System.out.println(
          switch (args[0]) {
            case "random" -> random(Long.parseLong(args[1]), Long.parseLong(args[2]), began);
            case "exhaustive" -> exhaustive(Integer.parseInt(args[3]), args[4], args[5], began);
            default -> throw new IllegalArgumentException("-Dmode is random or exhaustive");
          });
    } catch (AssertionError broken) {
      System.out.println(broken.getMessage());
      System.exit(1);
    }
  }

  private static String random(long steps, long seed, long began) {
    Simulation simulation = new Simulation();
    try {
      simulation.run(seed, steps, Planted.NONE);
    } catch (Breach breach) {
      throw new AssertionError(
          new Shrinking(seed + simulation.seeds(), () -> Planted.NONE).report(breach), breach);
    }
    return simulation.report(since(began));
  }

  private static String exhaustive(int faults, String plot, String way, long began) {
    if (!way.equals(ALL)) {
      return Exploration.again(Plot.named(plot), faults, way, Planted.NONE);
    }
    List<Plot> plots = plot.equals(ALL) ? Plot.ALL : List.of(Plot.named(plot));
    List<Result> results = Exhaustive.explore(faults, plots);
    return Exhaustive.report(faults, results, since(began));
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
