package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stepwise.lambda.http.Http;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;

/** Sequences: create, list, get, publish, versions, archive. */
public final class SequencesFunction implements RequestStreamHandler {
  private final Http http;

  public SequencesFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public SequencesFunction(Map<String, String> environment, InstantSource clock) {
    http = new Wiring(environment, clock).sequences();
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    http.serve(in, out, context);
  }
}
