package dev.stepwise.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stepwise.local.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Works messages: {@code fail} fails in the report, {@code throw} fails the batch, anything else is
 * done. What it saw is kept for all instances, as {@code body@receiveCount}.
 */
public final class WorkHandler implements RequestStreamHandler {
  public static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

  public WorkHandler(Map<String, String> environment, InstantSource clock) {}

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var event = Json.object(input.readAllBytes()).orElseThrow();
    var records = event.objects("Records");
    if (records.isEmpty()) {
      SEEN.add(event.text("source"));
    }
    records.forEach(record ->
        SEEN.add(
            record.text("body")
                + "@"
                + record.object("attributes").text("ApproximateReceiveCount")));
    if (records.stream().anyMatch(record -> record.text("body").equals("throw"))) {
      throw new IOException("the test says so");
    }
    List<Map<String, String>> failures =
        records.stream()
            .filter(record -> record.text("body").equals("fail"))
            .map(record -> Map.of("itemIdentifier", record.text("messageId")))
            .toList();
    output.write(Json.bytes(Map.of("batchItemFailures", failures)));
  }
}
