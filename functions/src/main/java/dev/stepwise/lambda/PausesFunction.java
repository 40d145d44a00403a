package dev.stepwise.lambda;

import java.time.InstantSource;
import java.util.Map;

/** Pausing and resuming a sequence, a sender, and everything. */
public final class PausesFunction extends ApiFunction {
  public PausesFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public PausesFunction(Map<String, String> environment, InstantSource clock) {
    super(new Wiring(environment, clock).pauses());
  }
}
