package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;

/** SES's events about our mail, through SNS and the mail-events queue. */
public final class MailEventsFunction extends LambdaFunction {
  private final MailEvents events;

  public MailEventsFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public MailEventsFunction(Map<String, String> environment, InstantSource clock) {
    events = new Wiring(environment, clock).mailEvents();
  }

  @Override
  void serve(InputStream in, OutputStream out, Context context) throws IOException {
    out.write(Events.sqs(events.work(Events.sqs(in.readAllBytes()))));
  }
}
