package dev.stepwise.simulation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Goes every way through a maze, depth first: each run begins anew, repeats the choices of the one
 * before it but for the last that has another way, and goes on from there. Where a run comes to a
 * state that another has been in, with as many faults to come, it ends: what follows is the same.
 * States are compared by 128 bits of MD5 over all that is stored, queued and remembered.
 */
final class Exploration {
  private final Plot plot;
  private final int faults;
  private final Supplier<Planted> planted;
  private final Map<Print, Integer> seen = new HashMap<>();
  private final Map<String, Long> checks = new TreeMap<>();
  private long runs;
  private long whole;
  private long calls;

  Exploration(Plot plot, int faults, Supplier<Planted> planted) {
    this.plot = plot;
    this.faults = faults;
    this.planted = planted;
  }

  private record Print(long high, long low) {}

  /** A broken promise, and the choices that lead to it. */
  static final class Found extends AssertionError {
    private static final long serialVersionUID = 1L;

    final transient Breach breach;
    final String report;

    Found(Breach breach, String report) {
      super(report, breach);
      this.breach = breach;
      this.report = report;
    }
  }

  /** What an exploration that found nothing came to. */
  record Result(
      String plot, long runs, long whole, long states, long calls, Map<String, Long> checks) {}

  /** Goes every way; throws what it finds. */
  Result explore() {
    try (Hush _ = new Hush()) {
      return Light.run(() -> {
        List<Integer> next = List.of();
        while (next != null) {
          next = way(next);
        }
        return new Result(plot.name(), runs, whole, seen.size(), calls, checks);
      });
    }
  }

  private @Nullable List<Integer> way(List<Integer> given) {
    Choices choices = new Choices(given, faults);
    Maze maze = new Maze(plot, choices, planted.get());
    try {
      whole += maze.play(this::isSeen) ? 1 : 0;
    } catch (Breach breach) {
      throw new Found(breach, again(plot, faults, choices.toString(), planted.get()));
    }
    runs++;
    calls += maze.calls();
    maze.watch().checks().forEach((promise, count) -> checks.merge(promise, count, Long::sum));
    return choices.next();
  }

  private boolean isSeen(Maze maze) {
    int left = maze.choices.faultsLeft();
    Integer before = seen.get(print(maze.state()));
    if (before != null && before >= left) {
      return true;
    }
    seen.put(print(maze.state()), left);
    return false;
  }

  private static Print print(String state) {
    try {
      ByteBuffer bits =
          ByteBuffer.wrap(
              MessageDigest.getInstance("MD5").digest(state.getBytes(StandardCharsets.UTF_8)));
      return new Print(bits.getLong(), bits.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Goes that one way again, and tells what happened on it. */
  static String again(Plot plot, int faults, String way, Planted planted) {
    Choices choices = new Choices(Choices.parse(way), faults);
    String end = "no promise is broken";
    Maze maze = new Maze(plot.withTrace(), choices, planted);
    try (Hush _ = new Hush()) {
      maze.play(_ -> false);
    } catch (Breach breach) {
      end = breach.getMessage();
    }
    return """
    %s: %s
    by these choices:
      %s
    what happened:
      %s
    again: ./mvnw -Psimulate -Dmode=exhaustive -Dplot=%s -Dfaults=%d -Dway=%s\
    """
        .formatted(
            plot.name(),
            end,
            String.join("\n  ", choices.told()),
            String.join("\n  ", maze.trace().all()),
            plot.name(),
            faults,
            way);
  }
}
