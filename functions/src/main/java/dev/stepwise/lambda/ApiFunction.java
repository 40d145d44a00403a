package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.stepwise.lambda.http.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A function behind the HTTP API. */
abstract class ApiFunction extends LambdaFunction {
  private final Endpoint endpoint;

  ApiFunction(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  void serve(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.serve(in, out, context);
  }
}
