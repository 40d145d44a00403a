package dev.stepwise.lambda;

import java.time.InstantSource;
import java.util.Map;

/** Enrolling, re-enrolling, and looking ahead at either. */
public final class EnrollFunction extends ApiFunction {
  public EnrollFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public EnrollFunction(Map<String, String> environment, InstantSource clock) {
    super(new Wiring(environment, clock).enroll());
  }
}
