package dev.stepwise.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * Whether API Gateway can read the issuer's keys (OpenID Connect Discovery 1.0 §4), be it the user
 * pool or the team's own.
 */
record TokenIssuer(HttpClient http, Stack stack) implements Check {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public List<Finding> look() {
    String issuer = stack.output("TokenIssuerUrl");
    String remedy = "see that TokenIssuer is just what the tokens' iss says, and is reachable";
    try {
      JsonNode about = get(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
      if (!issuer.equals(about.path("issuer").asText())) {
        return List.of(
            Finding.mend(
                "Tokens: %s calls itself %s".formatted(issuer, about.path("issuer").asText()),
                remedy));
      }
      boolean hasKeys = get(about.path("jwks_uri").asText()).path("keys").elements().hasNext();
      return List.of(
          hasKeys
              ? Finding.good("Tokens: " + issuer + " publishes its keys")
              : Finding.mend("Tokens: " + issuer + " publishes no key", remedy));
    } catch (IOException | IllegalArgumentException e) {
      return List.of(Finding.mend("Tokens: " + issuer + " does not answer as an issuer", remedy));
    }
  }

  private JsonNode get(String url) throws IOException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(url + " answers " + answer.statusCode());
      }
      return JSON.readTree(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
