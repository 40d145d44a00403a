package dev.stepwise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.local.handlers.MailHandler;
import dev.stepwise.local.handlers.WorkHandler;
import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LocalSystemTest {
  private static final Running RUNNING = new Running();
  private static final String REP = RUNNING.system.tokens().rep();

  @BeforeEach
  void forget() {
    WorkHandler.SEEN.clear();
    MailHandler.SEEN.clear();
  }

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
  void worked_messages_go_and_failed_ones_come_back() throws Exception {
    var sqs = RUNNING.system.aws().sqs();
    for (var body : List.of("fail", "a", "b")) {
      sqs.send("stepwise-Work", body, Duration.ZERO);
    }
    advance("PT0S");
    assertThat(WorkHandler.SEEN).containsExactlyInAnyOrder("a@1", "b@1", "fail@1");

    advance("PT3M");
    advance("PT10M");

    assertThat(WorkHandler.SEEN)
        .containsExactlyInAnyOrder("a@1", "b@1", "fail@1", "fail@2", "fail@3");
    assertThat(sqs.nextVisible("stepwise-Work")).isEmpty();
    assertThat(sqs.receive("stepwise-Dead", 10, RUNNING.system.clock().now())).hasSize(1);
  }

  @Test
  void an_exception_fails_the_whole_batch() throws Exception {
    var sqs = RUNNING.system.aws().sqs();
    try (var still = RUNNING.system.agenda().request()) {
      sqs.send("stepwise-Work", "throw", Duration.ZERO);
      sqs.send("stepwise-Work", "other", Duration.ZERO);
    }

    advance("PT3M");

    assertThat(WorkHandler.SEEN)
        .contains("throw@1", "throw@2", "other@1")
        .doesNotContain("throw@3");
  }

  @Test
  void a_sweep_runs_in_a_jump_only_where_something_is_overdue() throws Exception {
    var now = now();
    try (var dynamodb = DynamoDbClient.create()) {
      put(dynamodb, now.plus(Duration.ofHours(2)).toEpochMilli());
      advance("PT1H");
      assertThat(WorkHandler.SEEN).isEmpty();

      advance("PT70M");

      assertThat(WorkHandler.SEEN).isNotEmpty().containsOnly("aws.events");
      dynamodb.deleteItem(
          delete -> delete.tableName("stepwise-Table").key(Map.of("pk", text("x"))));
    }
  }

  @Test
  void the_clock_moves_forward_only() throws Exception {
    var before = now();

    var jumped = RUNNING.send("POST", "/_local/clock", "{\"advance\":\"P3D\"}");

    var after = Instant.parse(Running.json(jumped).text("now"));
    assertThat(after).isBetween(before.plus(Duration.ofDays(3)), before.plus(Duration.ofDays(4)));
    var there = RUNNING.send("POST", "/_local/clock", "{\"to\":\"2027-01-01T09:00:00Z\"}");
    assertThat(Running.json(there).text("now")).isEqualTo("2027-01-01T09:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|/_local/clock|{\"to\":\"2020-01-01T00:00:00Z\"}|422",
        "POST|/_local/clock|{\"advance\":\"-PT1S\"}|422",
        "POST|/_local/clock|{\"advance\":\"tomorrow\"}|422",
        "POST|/_local/clock|{\"advance\":3}|422",
        "POST|/_local/clock|{}|422",
        "POST|/_local/clock|[]|400",
        "POST|/_local/clock|{\"advance\"|400",
        "DELETE|/_local/clock|{}|405",
        "POST|/_local/faults|{\"service\":\"sesv2\",\"operation\":\"SendEmail\",\"kind\":\"no\",\"count\":1}|422",
        "POST|/_local/faults|{\"service\":\"ec2\",\"operation\":\"SendEmail\",\"kind\":\"fail\",\"count\":1}|422",
        "POST|/_local/faults|{\"service\":\"sesv2\",\"operation\":\"SendEmail\",\"kind\":\"fail\",\"count\":0}|422",
        "POST|/_local/faults|{\"kind\":\"fail\"}|422",
        "POST|/_local/inbound?to=someone@elsewhere.example|Subject: x|422",
        "POST|/_local/inbound?to=a@reply.example.com&spf=MAYBE|Subject: x|422",
        "GET|/_local/nothing|x|404"
      })
  void a_control_call_that_cannot_be_done_is_a_problem(
      String method, String path, String body, int status) throws Exception {
    var answer = RUNNING.send(method, path, body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(Running.json(answer).get("status")).isEqualTo(status);
  }

  @Test
  void faults_outbox_and_timers_answer() throws Exception {
    var fault =
        "{\"service\":\"scheduler\",\"operation\":\"GetSchedule\",\"kind\":\"timeoutAfter\",\"count\":2}";

    assertThat(RUNNING.send("POST", "/_local/faults", fault).statusCode()).isEqualTo(200);
    assertThat(RUNNING.send("GET", "/_local/outbox?to=a@b.example", "").body()).isEqualTo("[]");
    assertThat(RUNNING.send("GET", "/_local/timers", "").body()).isEqualTo("[]");
  }

  @Test
  void a_mail_over_http_is_stored_and_reaches_the_function() throws Exception {
    var raw = "From: Ada <ada@a.example>\r\nSubject: Hi\r\nTo: <x@reply.example.com>\r\n\r\nHello";

    var path = "/_local/inbound?from=bounce@a.example&to=x@reply.example.com&spf=FAIL";
    var id = Running.json(RUNNING.send("POST", path, raw)).text("messageId");
    advance("PT0S");

    assertThat(RUNNING.system.aws().s3().get("stepwise-inbound", "inbound/" + id))
        .hasValueSatisfying(stored -> assertThat(stored).asString().isEqualTo(raw));
    var ses = MailHandler.SEEN.remove();
    assertThat(ses.object("mail").text("messageId")).isEqualTo(id);
    assertThat(ses.object("mail").text("source")).isEqualTo("bounce@a.example");
    assertThat(ses.object("mail").object("commonHeaders").text("subject")).isEqualTo("Hi");
    assertThat(ses.object("receipt").object("spfVerdict").text("status")).isEqualTo("FAIL");
    assertThat(ses.object("receipt").object("dkimVerdict").text("status")).isEqualTo("PASS");
  }

  @Test
  void a_mail_over_smtp_is_stored_before_its_250() throws Exception {
    try (var smtp = new Smtp(RUNNING.system.smtp())) {
      smtp.say("HELO me", "250");
      smtp.say("MAIL FROM:<>", "250");
      smtp.say("RCPT TO:<someone@elsewhere.example>", "550");
      smtp.say("RCPT TO:<X@Reply.example.com>", "250");
      smtp.say("DATA", "354");
      smtp.say("Subject: Out\r\n\r\n..dot\r\n.", "250");
    }
    advance("PT0S");

    var mail = MailHandler.SEEN.remove().object("mail");
    assertThat(mail.text("source")).isEmpty();
    assertThat(mail.get("destination")).isEqualTo(List.of("X@Reply.example.com"));
    assertThat(
            RUNNING.system.aws().s3().get("stepwise-inbound", "inbound/" + mail.text("messageId")))
        .hasValueSatisfying(stored -> assertThat(stored).asString().contains("\r\n\r\n.dot"));
  }

  @Test
  void the_ready_file_says_where_everything_is(@TempDir Path folder) throws IOException {
    var file = new ReadyFile(folder.resolve("target/local.json"));

    file.write(RUNNING.system);

    var content = Json.object(Files.readAllBytes(file.path())).orElseThrow();
    assertThat(content.fields())
        .containsOnlyKeys("api", "smtp", "tokens", "inboundDomain", "region", "aws");
    assertThat(content.object("tokens").fields()).containsOnlyKeys("admin", "rep");
    assertThat(content.object("aws").fields())
        .containsOnlyKeys("dynamodb", "scheduler", "sesv2", "s3", "sqs");
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

  private static Instant now() throws Exception {
    return Instant.parse(Running.json(RUNNING.send("GET", "/_local/clock", "")).text("now"));
  }

  private static JsonObject advance(String by) throws Exception {
    var body = "{\"advance\":\"%s\"}".formatted(by);
    return Running.json(RUNNING.send("POST", "/_local/clock", body));
  }

  private static void put(DynamoDbClient dynamodb, long due) {
    dynamodb.putItem(put ->
        put.tableName("stepwise-Table")
            .item(
                Map.of(
                    "pk", text("x"),
                    "dueShard", text("1"),
                    "due", AttributeValue.fromN(String.valueOf(due)))));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  /** A mail program at its plainest. */
  private static final class Smtp implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader answers;

    Smtp(String door) throws IOException {
      var parts = door.split(":", 2);
      socket = new Socket(parts[0], Integer.parseInt(parts[1]));
      answers =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(answers.readLine()).startsWith("220");
    }

    void say(String line, String answer) throws IOException {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      assertThat(Objects.requireNonNull(answers.readLine())).as(line).startsWith(answer);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
