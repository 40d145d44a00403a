package dev.stepwise.local.demo;

import dev.stepwise.local.http.ApiClient;
import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls that the demonstration makes, as a rep; an unexpected answer ends it. */
final class Api {
  private final ApiClient client;

  Api(ApiClient client) {
    this.client = client;
  }

  JsonObject get(String path) {
    return expect(path, client.get(path));
  }

  /** All pages of a list. */
  List<JsonObject> list(String path) {
    var items = new ArrayList<JsonObject>();
    var page = get(path);
    items.addAll(page.objects("items"));
    while (page.get("cursor") instanceof String cursor) {
      var mark = path.contains("?") ? "&" : "?";
      page = get(path + mark + "cursor=" + encoded(cursor));
      items.addAll(page.objects("items"));
    }
    return items;
  }

  /** Posts; the key makes a repetition after a crash find what the first call did. */
  JsonObject post(String path, byte[] body, String key) {
    return expect(path, client.post(path, body, Map.of("Idempotency-Key", key)));
  }

  List<JsonObject> outbox(String recipient) {
    var path = "/_local/outbox?to=" + encoded(recipient);
    return Json.object(wrapped(client.get(path).body().utf8())).orElseThrow().objects("items");
  }

  /** The mail of one step, once it has left. */
  Optional<JsonObject> mailOf(JsonObject enrollment, String step) {
    return outbox(enrollment.object("contact").text("email")).stream()
        .filter(mail -> mail.object("tags").text("enrollment").equals(enrollment.text("id")))
        .filter(mail -> mail.object("tags").text("step").equals(step))
        .findFirst();
  }

  /** True when the rep was given a mail of that person. */
  boolean isForwarded(String email) {
    return outbox(Rep.EMAIL).stream()
        .anyMatch(mail -> mail.object("headers").text("Reply-To").contains(email));
  }

  /** True when nobody may write to that person any more. */
  boolean isSuppressed(String email) {
    return client.get("/suppressions/" + encoded(email)).status() == 200;
  }

  Instant now() {
    return instant(get("/_local/clock"));
  }

  Instant advance(Duration by) {
    var body = Json.bytes(Map.of("advance", by.toString()));
    var path = "/_local/clock";
    return instant(expect(path, client.post(path, body, Map.of())));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Instant instant(JsonObject clock) {
    return Instant.parse(clock.text("now"));
  }

  private static byte[] wrapped(String list) {
    return ("{\"items\":" + list + "}").getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject expect(String path, ApiClient.Answer answer) {
    if (answer.status() >= 300) {
      throw new IllegalStateException(
          "%s answered %d: %s".formatted(path, answer.status(), answer.body().utf8()));
    }
    return Json.object(answer.body().toArray())
        .orElseThrow(() -> new IllegalStateException(path + " answered no JSON object"));
  }
}
