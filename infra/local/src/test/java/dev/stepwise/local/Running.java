package dev.stepwise.local;

import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/** A local system on the small template, with the calls that tests make. */
final class Running implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

  final LocalSystem system =
      LocalSystem.start(Options.inMemory(Path.of("src/test/resources/small-template.yaml"), START));
  private final HttpClient http = HttpClient.newHttpClient();

  HttpResponse<String> send(String method, String path, String body) throws Exception {
    return send(HttpRequest.newBuilder(system.api().resolve(path)), method, body);
  }

  HttpResponse<String> sendAs(String token, String method, String path, String body)
      throws Exception {
    var request =
        HttpRequest.newBuilder(system.api().resolve(path))
            .header("content-type", "application/json")
            .header("authorization", "Bearer " + token);
    return send(request, method, body);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String method, String body)
      throws IOException, InterruptedException {
    return http.send(
        request.method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  static JsonObject json(HttpResponse<String> response) {
    return Json.object(response.body().getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  Instant now() throws Exception {
    return Instant.parse(json(send("GET", "/_local/clock", "")).text("now"));
  }

  JsonObject advance(String by) throws Exception {
    var body = "{\"advance\":\"%s\"}".formatted(by);
    return json(send("POST", "/_local/clock", body));
  }

  @Override
  public void close() {
    system.close();
  }
}
