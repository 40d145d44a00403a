package dev.stepwise.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stepwise.local.aws.http.Refusal;
import dev.stepwise.local.store.Json;

/** A call for several messages: each entry succeeds or fails for itself. */
final class SqsBatch {
  static final int MAX = 10;

  /** What is done for one entry. */
  interface Entry {
    ObjectNode handle(JsonNode entry) throws Refusal;
  }

  private SqsBatch() {}

  static ObjectNode of(JsonNode in, Entry each) throws Refusal {
    var entries = in.path("Entries");
    if (entries.isEmpty() || entries.size() > MAX) {
      var code = entries.isEmpty() ? "EmptyBatchRequest" : "TooManyEntriesInBatchRequest";
      throw new Refusal(400, code, "a batch has 1 to " + MAX + " entries");
    }
    var out = Json.object();
    var successful = out.putArray("Successful");
    var failed = out.putArray("Failed");
    for (var entry : entries) {
      var id = entry.path("Id").asText();
      try {
        successful.add(each.handle(entry).put("Id", id));
      } catch (Refusal e) {
        failed.add(failed(id, e));
      }
    }
    return out;
  }

  private static ObjectNode failed(String id, Refusal refusal) {
    return Json.object()
        .put("Id", id)
        .put("Code", refusal.code())
        .put("SenderFault", true)
        .put("Message", refusal.text());
  }
}
