package dev.stepwise.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stepwise.local.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Answers with the event it got. */
public final class EchoHandler implements RequestStreamHandler {
  private final Map<String, String> environment;

  public EchoHandler(Map<String, String> environment, InstantSource clock) {
    this.environment = environment;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
    output.write(
        Json.bytes(
            Map.of(
                "statusCode",
                201,
                "headers",
                Map.of("content-type", "application/json", "x-table", table()),
                "cookies",
                List.of("a=1", "b=2"),
                "body",
                event)));
  }

  private String table() {
    return environment.getOrDefault("TABLE_NAME", "none");
  }
}
