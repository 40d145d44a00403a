package dev.stepwise.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps the receipt events it got, for all instances. */
public final class MailHandler implements RequestStreamHandler {
  public static final Queue<JsonObject> SEEN = new ConcurrentLinkedQueue<>();

  public MailHandler(Map<String, String> environment, InstantSource clock) {}

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var event = Json.object(input.readAllBytes()).orElseThrow();
    SEEN.add(event.objects("Records").getFirst().object("ses"));
  }
}
