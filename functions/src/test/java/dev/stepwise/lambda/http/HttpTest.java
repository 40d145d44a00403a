package dev.stepwise.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.memory.Memory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is decided before any route reads anything. */
class HttpTest {
  private static final String ADMIN = "{\"sub\":\"s\",\"cognito:groups\":\"[rep admin]\"}";

  @Test
  void a_body_over_the_limit_is_413() throws IOException {
    String fits = "x".repeat(Http.MAX_BODY);

    assertThat(served(event(ADMIN, fits))).contains("\"statusCode\":200");
    assertThat(served(event(ADMIN, fits + "x"))).contains("\"statusCode\":413");
  }

  @Test
  void the_limit_counts_bytes_after_decoding() throws IOException {
    byte[] bytes = "\u20ac".repeat(Http.MAX_BODY / 3 + 1).getBytes(StandardCharsets.UTF_8);
    String encoded = Base64.getEncoder().encodeToString(bytes);
    String event =
        event(ADMIN, encoded).replace("\"isBase64Encoded\":false", "\"isBase64Encoded\":true");

    assertThat(served(event)).contains("\"statusCode\":413");
  }

  @Test
  void a_token_without_a_group_of_ours_is_403() throws IOException {
    assertThat(served(event("{\"sub\":\"s\"}", ""))).contains("\"statusCode\":403");
    assertThat(served(event("{\"sub\":\"s\",\"cognito:groups\":\"[administrator]\"}", "")))
        .contains("\"statusCode\":403");
    assertThat(served(event("{\"cognito:groups\":\"[admin]\"}", "")))
        .contains("\"statusCode\":403");
  }

  @Test
  void who_is_in_the_group_admin_is_one() throws IOException {
    assertThat(served(event(ADMIN, ""))).contains("\\\"admin\\\":true");
    assertThat(served(event("{\"sub\":\"s\",\"cognito:groups\":\"[rep]\"}", "")))
        .contains("\\\"admin\\\":false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "groups | [staff admin] | true",
        "groups | admin | true",
        "groups | staff,admin | true",
        "groups | [rep] | false",
        "roles  | [admin] | true",
        "roles  | [rep] | false",
      })
  void an_issuer_may_name_groups_in_a_claim_of_its_own(String claim, String value, boolean admin)
      throws IOException {
    assertThat(served(event("{\"sub\":\"s\",\"%s\":\"%s\"}".formatted(claim, value), "")))
        .contains("\\\"admin\\\":" + admin);
  }

  @Test
  void of_several_claims_the_first_one_counts() throws IOException {
    String claims = "{\"sub\":\"s\",\"cognito:groups\":\"[rep]\",\"groups\":\"[admin]\"}";

    assertThat(served(event(claims, ""))).contains("\\\"admin\\\":false");
  }

  private static String event(String claims, String body) {
    return """
    {"version":"2.0","routeKey":"POST /x","headers":{"content-type":"application/json"},
     "requestContext":{"authorizer":{"jwt":{"claims":%s}}},
     "body":"%s","isBase64Encoded":false}\
    """
        .formatted(claims, body);
  }

  private static String served(String event) throws IOException {
    Http http = new Http(new Memory(new Random(1)).senders());
    http.on("POST /x", request -> Reply.ok(Map.of("admin", request.caller().admin())));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    http.serve(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, new AnyContext());
    return out.toString(StandardCharsets.UTF_8);
  }
}
