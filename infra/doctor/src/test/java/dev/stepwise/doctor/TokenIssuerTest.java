package dev.stepwise.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Issuers that are not as the local one is. */
class TokenIssuerTest {
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final String url = "http://127.0.0.1:" + server.getAddress().getPort();

  TokenIssuerTest() throws IOException {
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void an_issuer_without_keys_is_told() {
    answer(
        "/.well-known/openid-configuration",
        "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(url, url));
    answer("/keys", "{\"keys\": []}");

    assertThat(look())
        .extracting(Finding::text)
        .containsExactly("Tokens: " + url + " publishes no key");
  }

  @Test
  void what_is_no_issuer_is_told() {
    assertThat(look())
        .extracting(Finding::text)
        .containsExactly("Tokens: " + url + " does not answer as an issuer");
  }

  private void answer(String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          try (exchange) {
            exchange.getResponseBody().write(bytes);
          }
        });
  }

  private List<Finding> look() {
    Stack stack = new Stack(Map.of(), Map.of("TokenIssuerUrl", url), Map.of(), Map.of());
    try (HttpClient http = HttpClient.newHttpClient()) {
      return new TokenIssuer(http, stack).look();
    }
  }
}
