package dev.stepwise.lambda;

import java.time.InstantSource;
import java.util.Map;

/** The team's senders. */
public final class SendersFunction extends ApiFunction {
  public SendersFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public SendersFunction(Map<String, String> environment, InstantSource clock) {
    super(new Wiring(environment, clock).senders());
  }
}
