package dev.stepwise.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that follows from the seed and a name alone: what befalls one actor does not depend on how
 * often the others have thrown their dice, so that one incident can be left out of a run.
 */
record Chance(SplittableRandom dice) {
  private static final long FNV_PRIME = 0x100000001b3L;

  /** The chance of whoever has that name, in the run of that seed. */
  static Chance of(long seed, String name) {
    long hash = seed * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return new Chance(new SplittableRandom(hash));
  }

  /** True so many times of a thousand. */
  boolean permille(int times) {
    return dice.nextInt(1_000) < times;
  }

  boolean oneIn(int times) {
    return dice.nextInt(times) == 0;
  }

  int below(int limit) {
    return dice.nextInt(limit);
  }

  Duration between(Duration from, Duration to) {
    return Duration.ofMillis(dice.nextLong(from.toMillis(), to.toMillis() + 1));
  }

  <T> T of(List<T> things) {
    return things.get(dice.nextInt(things.size()));
  }
}
