package dev.stepwise.lambda;

import java.time.InstantSource;
import java.util.Map;

/** Who may never be written to. */
public final class SuppressionsFunction extends ApiFunction {
  public SuppressionsFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public SuppressionsFunction(Map<String, String> environment, InstantSource clock) {
    super(new Wiring(environment, clock).suppressions());
  }
}
