package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stepwise.lambda.http.Http;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;

/** The team's senders. */
public final class SendersFunction implements RequestStreamHandler {
  private final Http http;

  public SendersFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public SendersFunction(Map<String, String> environment, InstantSource clock) {
    http = new Wiring(environment, clock).senders();
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    http.serve(in, out, context);
  }
}
