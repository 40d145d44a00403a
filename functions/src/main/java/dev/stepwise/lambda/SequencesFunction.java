package dev.stepwise.lambda;

import java.time.InstantSource;
import java.util.Map;

/** Sequences: create, list, get, publish, versions, archive. */
public final class SequencesFunction extends ApiFunction {
  public SequencesFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public SequencesFunction(Map<String, String> environment, InstantSource clock) {
    super(new Wiring(environment, clock).sequences());
  }
}
