package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.stepwise.usecase.Redrive;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;

/** Called by hand, once the cause is mended: what lies in the dead-letter queue comes back. */
public final class RedriveFunction extends LambdaFunction {
  private final Redrive redrive;

  public RedriveFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public RedriveFunction(Map<String, String> environment, InstantSource clock) {
    redrive = new Wiring(environment, clock).redrive();
  }

  @Override
  void serve(InputStream in, OutputStream out, Context context) throws IOException {
    Redrive.Done done = redrive.redrive();
    String text =
        "{\"queuedAgain\":%d,\"stale\":%d,\"left\":%d}"
            .formatted(done.queuedAgain(), done.stale(), done.left());
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
