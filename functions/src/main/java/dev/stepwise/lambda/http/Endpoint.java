package dev.stepwise.lambda.http;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What a function behind the HTTP API does: one request in, one answer out. */
public sealed interface Endpoint permits Http, OpenHttp {
  /** Reads API Gateway's event (payload format 2.0) and writes the answer to it. */
  void serve(InputStream in, OutputStream out, Context context) throws IOException;
}
