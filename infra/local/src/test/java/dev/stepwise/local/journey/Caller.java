package dev.stepwise.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import dev.stepwise.local.openapi.Contract;
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

/**
 * A person with a token and a program that speaks HTTP, and knows infra/openapi.yaml: whatever is
 * not as described fails the journey.
 */
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
      var answer =
          new Answer(HTTP.send(request.method(method, content).build(), BodyHandlers.ofString()));
      if (isOurs(answer)) {
        assertThat(Contract.breaches(answer.to(body))).as("%s %s", method, path).isEmpty();
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Links lead elsewhere. */
  private boolean isOurs(Answer answer) {
    return answer.response().uri().getAuthority().equals(base.getAuthority());
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
