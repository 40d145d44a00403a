package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stepwise.usecase.Sweep;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;

/** Every few minutes: what is overdue, and mail that nobody finished, goes on its queue again. */
public final class SweepFunction implements RequestStreamHandler {
  private final Sweep sweep;

  public SweepFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public SweepFunction(Map<String, String> environment, InstantSource clock) {
    sweep = new Wiring(environment, clock).sweep();
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Sweep.Found found = sweep.sweep();
    String text = "{\"overdue\":%d,\"unread\":%d}".formatted(found.overdue(), found.unread());
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
