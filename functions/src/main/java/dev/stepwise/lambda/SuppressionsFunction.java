package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stepwise.lambda.http.Http;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;

/** Who may never be written to. */
public final class SuppressionsFunction implements RequestStreamHandler {
  private final Http http;

  public SuppressionsFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public SuppressionsFunction(Map<String, String> environment, InstantSource clock) {
    http = new Wiring(environment, clock).suppressions();
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    http.serve(in, out, context);
  }
}
