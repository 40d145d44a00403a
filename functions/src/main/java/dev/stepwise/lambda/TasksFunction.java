package dev.stepwise.lambda;

import java.time.InstantSource;
import java.util.Map;

/** The rep's tasks. */
public final class TasksFunction extends ApiFunction {
  public TasksFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public TasksFunction(Map<String, String> environment, InstantSource clock) {
    super(new Wiring(environment, clock).tasks());
  }
}
