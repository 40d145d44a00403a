package dev.stepwise.local.journey;

import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A person with a token and a program that speaks HTTP. */
record Caller(URI base, String token) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  Answer get(String path) {
    return send("GET", path, "");
  }

  Answer post(String path) {
    return send("POST", path, "");
  }

  Answer post(String path, Map<String, ?> body, String... headers) {
    return send("POST", path, text(body), headers);
  }

  Answer put(String path, Map<String, ?> body, String... headers) {
    return send("PUT", path, text(body), headers);
  }

  /** Sends a body as it is; headers are names and values in turn, and win over our own. */
  Answer send(String method, String path, String body, String... headers) {
    var request = HttpRequest.newBuilder(base.resolve(path));
    if (!token.isEmpty()) {
      request.header("authorization", "Bearer " + token);
    }
    request.header("content-type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    var content = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    try {
      return new Answer(
          HTTP.send(request.method(method, content).build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** All pages of a list. */
  List<JsonObject> list(String path) {
    var page = get(path).is(200).json();
    var items = new ArrayList<>(page.objects("items"));
    while (page.get("cursor") instanceof String cursor) {
      var next = path + (path.contains("?") ? "&" : "?") + "cursor=" + encoded(cursor);
      page = get(next).is(200).json();
      items.addAll(page.objects("items"));
    }
    return items;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String text(Map<String, ?> body) {
    return new String(Json.bytes(body), StandardCharsets.UTF_8);
  }
}
