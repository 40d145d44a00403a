package dev.stepwise.simulation;

import dev.stepwise.simulation.World.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes out of a failing run whatever it fails without, and tells what is left of it. */
final class Shrinking {
  private static final int MOST_RUNS = 400;

  private final long seed;
  private final Supplier<Planted> planted;
  private int runs;

  Shrinking(long seed, Supplier<Planted> planted) {
    this.seed = seed;
    this.planted = planted;
  }

  /** A run that broke a promise: its world at the end, and the breach. */
  private record Failed(World world, Breach breach) {}

  /** What happened, in as few incidents as were found to be enough. */
  String report(Breach breach) {
    try (Hush _ = new Hush()) {
      return shortest(breach);
    }
  }

  private String shortest(Breach breach) {
    Set<String> muted = new HashSet<>();
    Failed failed = play(muted, breach.promise);
    if (failed == null) {
      return breach.getMessage() + "\nseed " + seed + " does not repeat it: no run of its own";
    }
    boolean shorter = true;
    for (int size = failed.world().incidents.happened().size(); size > 0 || shorter; size /= 2) {
      shorter = false;
      for (List<String> part : parts(failed.world().incidents.happened(), Math.max(1, size))) {
        Set<String> more = new HashSet<>(muted);
        more.addAll(part);
        Failed less = runs++ < MOST_RUNS ? play(more, breach.promise) : null;
        if (less != null) {
          muted = more;
          failed = less;
          shorter = true;
        }
      }
    }
    return text(failed);
  }

  private static List<List<String>> parts(List<String> all, int size) {
    List<List<String>> parts = new ArrayList<>();
    for (int i = 0; i < all.size(); i += size) {
      parts.add(List.copyOf(all.subList(i, Math.min(all.size(), i + size))));
    }
    return parts;
  }

  private @Nullable Failed play(Set<String> muted, String promise) {
    return Light.run(
            () -> {
              World world = new World(new Run(seed, muted, true, planted.get()));
              try {
                world.play();
              } catch (Breach breach) {
                return Optional.of(new Failed(world, breach))
                    .filter(_ -> breach.promise.equals(promise));
              }
              return Optional.<Failed>empty();
            })
        .orElse(null);
  }

  private String text(Failed failed) {
    List<String> lines = new ArrayList<>();
    lines.add("seed " + seed + ": " + failed.breach().getMessage());
    lines.add("with these incidents alone (" + runs + " runs to find them):");
    failed.world().incidents.happened().forEach(name -> lines.add("  " + name));
    lines.add("the steps of that enrollment:");
    failed.world().trace.of(failed.breach().enrollment).forEach(line -> lines.add("  " + line));
    lines.add("again: ./mvnw -Psimulate -Dsteps=1 -Dseed=" + seed);
    return String.join("\n", lines);
  }
}
