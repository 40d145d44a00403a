package dev.stepwise.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;

/** Answers something that no API can send on. */
public final class BrokenHandler implements RequestStreamHandler {
  public BrokenHandler(Map<String, String> environment, InstantSource clock) {}

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    output.write("not JSON".getBytes(StandardCharsets.UTF_8));
  }
}
