package dev.stepwise.local.journey;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.bytes.Bytes;
import dev.stepwise.local.http.Reply;
import dev.stepwise.local.http.Request;
import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import dev.stepwise.local.openapi.Exchange;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/** What the system answered. */
record Answer(HttpResponse<String> response) {
  int status() {
    return response.statusCode();
  }

  /** What was asked with that body, and this answer to it. */
  Exchange to(String body) {
    var request = response.request();
    var headers = new HashMap<String, List<String>>();
    request.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(ROOT), values));
    return new Exchange(
        new Request(
            request.method(),
            request.uri().getRawPath(),
            Objects.requireNonNullElse(request.uri().getRawQuery(), ""),
            headers,
            bytes(body),
            "",
            ""),
        new Reply(status(), response.headers().map(), bytes(text())));
  }

  private static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  String text() {
    return response.body();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** The same answer, which must have this status. */
  Answer is(int status) {
    assertThat(status()).as("%s: %s", response.request(), text()).isEqualTo(status);
    return this;
  }

  JsonObject json() {
    return Json.object(text().getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  /** The body of a call that answers a bare list. */
  List<JsonObject> list() {
    var wrapped = "{\"items\":" + text() + "}";
    return Json.object(wrapped.getBytes(StandardCharsets.UTF_8)).orElseThrow().objects("items");
  }
}
