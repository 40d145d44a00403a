package dev.stepwise.sequence;

import java.time.Instant;
import java.util.List;

/** One frozen set of steps and settings of a sequence; never changed. Steps count from 1. */
public record Version(
    SequenceId sequence, int number, Settings settings, List<Step> steps, Instant createdAt) {
  /** How many steps a version may have. */
  public static final int MAX_STEPS = 50;

  public Version {
    steps = List.copyOf(steps);
  }

  public Step step(int number) {
    return steps.get(number - 1);
  }

  /** The last step's number. */
  public int last() {
    return steps.size();
  }
}
