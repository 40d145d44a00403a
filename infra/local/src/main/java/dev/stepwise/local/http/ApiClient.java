package dev.stepwise.local.http;

import dev.stepwise.local.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Calls the API with one person's token, or as a stranger where the token is empty. */
public final class ApiClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final String token;

  public ApiClient(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer put(String path, byte[] json) {
    return send(request(path).PUT(BodyPublishers.ofByteArray(json)));
  }

  /** Posts JSON, or what the headers say. */
  public Answer post(String path, byte[] body, Map<String, String> headers) {
    var request = request(path).POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    return send(request);
  }

  /** An answer with its body. */
  public record Answer(int status, Bytes body) {}

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(base.resolve(path)).header("content-type", "application/json");
    return token.isEmpty() ? request : request.header("authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), Bytes.of(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while calling the API", e);
    }
  }
}
