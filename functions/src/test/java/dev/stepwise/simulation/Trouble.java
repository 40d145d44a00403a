package dev.stepwise.simulation;

import dev.stepwise.StepwiseException;

/** A call to AWS failed: it was refused, or its answer was lost. */
final class Trouble extends StepwiseException {
  private static final long serialVersionUID = 1L;

  Trouble(String what) {
    super(what);
  }
}
