package dev.stepwise.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.bytes.Bytes;
import dev.stepwise.local.http.Request;
import dev.stepwise.local.json.Json;
import dev.stepwise.local.lambda.LocalFunction;
import dev.stepwise.local.template.FunctionSpec;
import dev.stepwise.local.template.Trigger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpEventsTest {
  private static final HttpEvents.Visit VISIT =
      new HttpEvents.Visit("id", Instant.parse("2020-03-12T19:03:58Z"));

  private final Routes routes =
      new Routes(
          List.of(
              LocalFunction.load(
                  new FunctionSpec(
                      "Echo",
                      "dev.stepwise.local.handlers.EchoHandler",
                      Duration.ofSeconds(3),
                      Map.of(),
                      List.of(
                          new Trigger.Route("POST", "/my/{parameter1}", false),
                          new Trigger.Route("GET", "/my/{parameter1}", false),
                          new Trigger.Route("GET", "/my/path", false),
                          new Trigger.Route("GET", "/my/{a}/on/{b}", true)),
                      Optional.empty()),
                  InstantSource.system())));

  @ParameterizedTest
  @CsvSource({
    "POST,/my/x,POST /my/{parameter1}",
    "GET,/my/path,GET /my/path",
    "GET,/my/other,GET /my/{parameter1}",
    "GET,/my/1/on/2,GET /my/{a}/on/{b}",
    "DELETE,/my/x,",
    "GET,/my,",
    "GET,/my/,",
    "GET,/my/x/,",
    "GET,/other/x,"
  })
  void a_request_finds_its_route(String method, String path, @Nullable String key) {
    var found = routes.match(method, path).map(match -> match.route().key());

    assertThat(found).isEqualTo(Optional.ofNullable(key));
  }

  @Test
  void parameters_are_decoded() {
    var match = routes.match("GET", "/my/a%2Fb+c%40d").orElseThrow();

    assertThat(match.parameters()).containsExactly(Map.entry("parameter1", "a/b+c@d"));
  }

  /** The sample in AWS's page on Lambda integrations, with the fields that a JWT route has. */
  @Test
  void the_event_has_the_documented_shape() {
    var request =
        request(
            Map.of(
                "header1", List.of("value1"),
                "header2", List.of("value1", "value2"),
                "cookie", List.of("cookie1=a; cookie2=b"),
                "host", List.of("id.execute-api.us-east-1.amazonaws.com"),
                "content-type", List.of("text/plain"),
                "user-agent", List.of("agent")),
            "Hello from client!".getBytes(StandardCharsets.UTF_8));

    var event = event(request);

    assertThat(event)
        .isEqualTo(Json.object(SAMPLE.getBytes(StandardCharsets.UTF_8)).orElseThrow().fields());
  }

  @Test
  void a_body_that_is_no_text_comes_in_base64() {
    var form =
        request(
            Map.of("content-type", List.of("application/x-www-form-urlencoded")),
            "a=b".getBytes(StandardCharsets.UTF_8));
    var bytes =
        request(Map.of("content-type", List.of("application/json")), new byte[] {(byte) 0xff});

    assertThat(event(form)).containsEntry("body", "YT1i").containsEntry("isBase64Encoded", true);
    assertThat(event(bytes)).containsEntry("body", "/w==").containsEntry("isBase64Encoded", true);
  }

  private Map<String, @Nullable Object> event(Request request) {
    var match = routes.match(request.method(), request.path()).orElseThrow();
    var claims = Map.of("claim1", "value1", "cognito:groups", "[rep]");
    return Json.object(HttpEvents.event(request, match, Optional.of(claims), VISIT))
        .orElseThrow()
        .fields();
  }

  private static Request request(Map<String, List<String>> headers, byte[] body) {
    return new Request(
        "POST",
        "/my/value1",
        "parameter1=value1&parameter1=value2&parameter2=value",
        headers,
        Bytes.of(body),
        "192.0.2.1",
        "HTTP/1.1");
  }

  private static final String SAMPLE =
      """
      {
        "version": "2.0",
        "routeKey": "POST /my/{parameter1}",
        "rawPath": "/my/value1",
        "rawQueryString": "parameter1=value1&parameter1=value2&parameter2=value",
        "cookies": ["cookie1=a", "cookie2=b"],
        "headers": {
          "header1": "value1",
          "header2": "value1,value2",
          "host": "id.execute-api.us-east-1.amazonaws.com",
          "content-type": "text/plain",
          "user-agent": "agent"
        },
        "queryStringParameters": {"parameter1": "value1,value2", "parameter2": "value"},
        "requestContext": {
          "accountId": "000000000000",
          "apiId": "local",
          "authorizer": {
            "jwt": {
              "claims": {"claim1": "value1", "cognito:groups": "[rep]"},
              "scopes": null
            }
          },
          "domainName": "id.execute-api.us-east-1.amazonaws.com",
          "domainPrefix": "local",
          "http": {
            "method": "POST",
            "path": "/my/value1",
            "protocol": "HTTP/1.1",
            "sourceIp": "192.0.2.1",
            "userAgent": "agent"
          },
          "requestId": "id",
          "routeKey": "POST /my/{parameter1}",
          "stage": "$default",
          "time": "12/Mar/2020:19:03:58 +0000",
          "timeEpoch": 1584039838000
        },
        "body": "Hello from client!",
        "pathParameters": {"parameter1": "value1"},
        "isBase64Encoded": false
      }
      """;
}
