package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stepwise.StepwiseException;
import dev.stepwise.lambda.log.JsonLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;

/** A function: whatever it logs while it works a request carries the request's id. */
abstract class LambdaFunction implements RequestStreamHandler {
  private static final System.Logger LOG = System.getLogger(LambdaFunction.class.getName());

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    ScopedValue.where(JsonLines.REQUEST, context.getAwsRequestId())
        .call(() -> {
          safely(in, out, context);
          return null;
        });
  }

  /** What leaves a function is logged by Lambda whole: no foreign message may, for it may quote. */
  private void safely(InputStream in, OutputStream out, Context context) throws IOException {
    try {
      serve(in, out, context);
    } catch (RuntimeException trouble) {
      LOG.log(Level.ERROR, "the function failed", trouble);
      throw new StepwiseException("the function failed: " + trouble.getClass().getSimpleName());
    }
  }

  abstract void serve(InputStream in, OutputStream out, Context context) throws IOException;
}
