package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stepwise.lambda.log.JsonLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A function: whatever it logs while it works a request carries the request's id. */
abstract class LambdaFunction implements RequestStreamHandler {
  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    ScopedValue.where(JsonLines.REQUEST, context.getAwsRequestId())
        .call(() -> {
          serve(in, out, context);
          return null;
        });
  }

  abstract void serve(InputStream in, OutputStream out, Context context) throws IOException;
}
