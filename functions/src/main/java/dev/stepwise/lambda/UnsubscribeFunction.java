package dev.stepwise.lambda;

import java.time.InstantSource;
import java.util.Map;

/** What the link in every mail leads to: no token but the link's own, for anybody who has it. */
public final class UnsubscribeFunction extends ApiFunction {
  public UnsubscribeFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public UnsubscribeFunction(Map<String, String> environment, InstantSource clock) {
    super(new Wiring(environment, clock).unsubscribe());
  }
}
