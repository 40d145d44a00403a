package dev.stepwise.lambda;

import java.time.InstantSource;
import java.util.Map;

/** What a person sees of enrollments and does to them. */
public final class EnrollmentsFunction extends ApiFunction {
  public EnrollmentsFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public EnrollmentsFunction(Map<String, String> environment, InstantSource clock) {
    super(new Wiring(environment, clock).enrollments());
  }
}
