package dev.stepwise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.local.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalSystemTest {
  private static final Running RUNNING = new Running();
  private static final String REP = RUNNING.system.tokens().rep();

  @AfterAll
  static void end() {
    RUNNING.close();
  }

  @Test
  void a_request_reaches_its_function_and_its_answer_comes_back() throws Exception {
    var answer = RUNNING.sendAs(REP, "PATCH", "/things/a%40b?x=1", "{\"k\":\"é\"}");

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("x-table")).contains("stepwise-Table");
    assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    var event = Running.json(answer);
    assertThat(event.text("body")).isEqualTo("{\"k\":\"é\"}");
    assertThat(event.object("pathParameters").text("id")).isEqualTo("a@b");
    var claims = event.object("requestContext").object("authorizer").object("jwt").object("claims");
    assertThat(claims.text("sub")).isEqualTo("local-rep");
    assertThat(claims.text("cognito:groups")).isEqualTo("[rep]");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/nothing,404,Not Found",
    "DELETE,/things/1,404,Not Found",
    "GET,/things/1,401,Unauthorized"
  })
  void refusals_are_worded_as_by_api_gateway(String method, String path, int status, String message)
      throws Exception {
    var answer = RUNNING.send(method, path, "");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Running.json(answer).text("message")).isEqualTo(message);
  }

  @Test
  void an_open_route_needs_no_token() throws Exception {
    var answer = RUNNING.send("POST", "/open/abc", "");

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(Running.json(answer).object("requestContext").has("authorizer")).isFalse();
  }

  @Test
  void a_malformed_answer_is_an_internal_server_error() throws Exception {
    var answer = RUNNING.sendAs(REP, "GET", "/broken", "");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void a_body_above_ten_megabytes_is_too_large() throws Exception {
    var answer = RUNNING.send("POST", "/open/abc", "x".repeat(10 * 1024 * 1024 + 1));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
  }

  @Test
  void the_issuer_publishes_its_keys() throws Exception {
    var found = Running.json(RUNNING.send("GET", "/.well-known/openid-configuration", ""));

    var keys = URI.create(found.text("jwks_uri")).getPath();
    assertThat(found.text("issuer")).isEqualTo(RUNNING.system.api().toString());
    assertThat(Running.json(RUNNING.send("GET", keys, "")).objects("keys"))
        .extracting(key -> key.text("kty"))
        .containsExactly("RSA");
  }

  @Test
  void the_ready_file_says_where_everything_is(@TempDir Path folder) throws IOException {
    var file = new ReadyFile(folder.resolve("target/local.json"));

    file.write(RUNNING.system);

    var content = Json.object(Files.readAllBytes(file.path())).orElseThrow();
    assertThat(content.fields())
        .containsOnlyKeys(
            "api", "smtp", "tokens", "inboundDomain", "region", "bookingSecrets", "aws");
    assertThat(content.object("tokens").fields()).containsOnlyKeys("admin", "rep");
    assertThat(content.object("aws").fields())
        .containsOnlyKeys("dynamodb", "scheduler", "sesv2", "s3", "sqs", "ssm", "account");
    assertThat(content.text("smtp")).startsWith("127.0.0.1:");
    file.delete();
    assertThat(file.path()).doesNotExist();
  }

  @Test
  void a_port_in_use_is_told_in_one_line() {
    var port = RUNNING.system.api().getPort();
    var options =
        new Options(
            port, 0, 1, Running.START, null, Path.of("src/test/resources/small-template.yaml"));

    assertThatThrownBy(() -> LocalSystem.start(options))
        .isInstanceOf(CannotStart.class)
        .hasMessage("Port " + port + " is in use; choose another with -Dport=….");
  }

  @Test
  void two_systems_cannot_share_a_folder(@TempDir Path folder) {
    try (var first = DataFolder.open(folder)) {
      assertThatThrownBy(() -> DataFolder.open(folder))
          .isInstanceOf(CannotStart.class)
          .hasMessageStartingWith("Another local system uses " + first.path());
    }
  }
}
