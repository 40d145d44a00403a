package dev.stepwise.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the system answered. */
record Answer(HttpResponse<String> response) {
  int status() {
    return response.statusCode();
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
