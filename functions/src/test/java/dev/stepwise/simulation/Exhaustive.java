package dev.stepwise.simulation;

import dev.stepwise.simulation.Exploration.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Goes every way through all mazes. */
final class Exhaustive {
  private Exhaustive() {}

  /** Every way of these plots with so many faults at most. */
  static List<Result> explore(int faults, List<Plot> plots) {
    List<Result> results = new ArrayList<>();
    try (Ahead<Result> work =
        new Ahead<>(
            Ahead.workers(),
            n -> new Exploration(plots.get((int) n), faults, () -> Planted.NONE).explore(),
            new Ahead.Numbers(0, plots.size()))) {
      plots.forEach(_ -> results.add(work.next()));
    }
    return results;
  }

  static String report(int faults, List<Result> results, Duration took) {
    Map<String, Long> checks = new TreeMap<>();
    StringBuilder text = new StringBuilder();
    for (Result result : results) {
      text.append(
          "%-14s up to %d faults: %,d interleavings explored, %,d of them to their end; %,d states; %,d calls%n"
              .formatted(
                  result.plot(),
                  faults,
                  result.runs(),
                  result.whole(),
                  result.states(),
                  result.calls()));
      result.checks().forEach((promise, count) -> checks.merge(promise, count, Long::sum));
    }
    return text.append(
            "%.1f s; broken promises 0; promises checked: %s"
                .formatted(took.toMillis() / 1e3, checks))
        .toString();
  }
}
