package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stepwise.lambda.http.Http;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A function behind the HTTP API. */
abstract class ApiFunction implements RequestStreamHandler {
  private final Http http;

  ApiFunction(Http http) {
    this.http = http;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    http.serve(in, out, context);
  }
}
