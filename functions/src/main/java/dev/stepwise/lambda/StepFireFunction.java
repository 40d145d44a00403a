package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;

/** Timers' messages from the step-due queue: each wakes one enrollment. */
public final class StepFireFunction extends LambdaFunction {
  private final StepDueMessages messages;

  public StepFireFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public StepFireFunction(Map<String, String> environment, InstantSource clock) {
    messages = new Wiring(environment, clock).stepDueMessages();
  }

  @Override
  void serve(InputStream in, OutputStream out, Context context) throws IOException {
    out.write(Events.sqs(messages.work(Events.sqs(in.readAllBytes()), context)));
  }
}
