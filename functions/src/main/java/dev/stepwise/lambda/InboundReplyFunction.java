package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;

/** A mail comes in: its enrollments are held, then it is read. */
public final class InboundReplyFunction extends LambdaFunction {
  private final InboundMessages messages;

  public InboundReplyFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public InboundReplyFunction(Map<String, String> environment, InstantSource clock) {
    messages = new Wiring(environment, clock).inboundMessages();
  }

  @Override
  void serve(InputStream in, OutputStream out, Context context) throws IOException {
    out.write(Events.sqs(messages.work(Events.inbound(in.readAllBytes()))));
  }
}
