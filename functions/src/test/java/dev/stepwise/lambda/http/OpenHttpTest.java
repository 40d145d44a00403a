package dev.stepwise.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Routes that anybody may call. */
class OpenHttpTest {
  private final List<OpenRequest> seen = new ArrayList<>();

  @Test
  void whoever_calls_is_answered() throws IOException {
    String answer = served("POST /x/{name}", "\"body\":\"hello\",\"isBase64Encoded\":false");

    assertThat(answer)
        .contains("\"statusCode\":200")
        .contains("text/html; charset=utf-8")
        .contains("\"body\":\"<p>hello</p>\"");
    assertThat(seen.getFirst().path("name")).isEqualTo("ada");
    assertThat(seen.getFirst().path("other")).isEmpty();
    assertThat(seen.getFirst().header("X-Signature")).contains("s1");
  }

  @Test
  void the_body_is_the_very_bytes_that_were_sent() throws IOException {
    byte[] bytes = {0, (byte) 0xff, (byte) 0xfe, 13, 10};
    String encoded = Base64.getEncoder().encodeToString(bytes);

    served("POST /x/{name}", "\"body\":\"" + encoded + "\",\"isBase64Encoded\":true");

    assertThat(seen.getFirst().body().toArray()).isEqualTo(bytes);
  }

  @Test
  void a_missing_body_is_empty() throws IOException {
    served("POST /x/{name}", "\"isBase64Encoded\":false");

    assertThat(seen.getFirst().body().size()).isZero();
  }

  @Test
  void a_body_over_the_limit_is_413_and_nothing_is_done() throws IOException {
    String fits = "x".repeat(OpenHttp.MAX_BODY);

    assertThat(served("POST /x/{name}", body(fits))).contains("\"statusCode\":200");
    assertThat(served("POST /x/{name}", body(fits + "x"))).contains("\"statusCode\":413");
    assertThat(seen).hasSize(1);
  }

  @Test
  void another_route_is_404() throws IOException {
    assertThat(served("GET /x/{name}", body(""))).contains("\"statusCode\":404");
  }

  private static String body(String text) {
    return "\"body\":\"" + text + "\",\"isBase64Encoded\":false";
  }

  private String served(String route, String body) throws IOException {
    String event =
        """
        {"version":"2.0","routeKey":"%s","headers":{"x-signature":"s1"},
         "pathParameters":{"name":"ada"},"requestContext":{},%s}\
        """
            .formatted(route, body);
    OpenHttp http =
        new OpenHttp()
            .on(
                "POST /x/{name}",
                request -> {
                  seen.add(request);
                  return Reply.html(200, "<p>hello</p>");
                });
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    http.serve(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, new AnyContext());
    return out.toString(StandardCharsets.UTF_8);
  }
}
