package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.email;
import static dev.stepwise.local.journey.Bodies.enrollBody;
import static dev.stepwise.local.journey.Bodies.sequenceBody;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are refused whatever they are about. */
class RefusedRequestsTest {
  @RegisterExtension static final Running RUNNING = new Running();

  @ParameterizedTest
  @CsvSource({
    "GET,/sequences/unknown",
    "PUT,/sequences/unknown",
    "GET,/sequences/unknown/versions",
    "GET,/sequences/unknown/versions/1",
    "POST,/sequences/unknown/archive",
    "POST,/sequences/unknown/enrollments",
    "GET,/enrollments/unknown",
    "POST,/enrollments/unknown/stop",
    "POST,/enrollments/no%20id/stop",
    "POST,/tasks/unknown/complete",
    "GET,/senders/not-an-address",
    "GET,/suppressions/nobody@example.com",
    "GET,/nothing"
  })
  void what_is_not_there_is_not_found(String method, String path) {
    var body = path.endsWith("/enrollments") ? enrollBody(Stepwise.REP) : sequenceBody();
    var read = method.equals("GET") || !(path.endsWith("unknown") || path.endsWith("enrollments"));

    var answer = admin().send(method, path, read ? "" : body, "if-match", "1");

    answer.is(404);
  }

  @Test
  void a_version_that_is_not_there_is_not_found() {
    var stepwise = RUNNING.stepwise();
    var path = "/sequences/" + stepwise.sequence(List.of(email("PT0S", "One"))) + "/versions/";

    for (var version : List.of("0", "2", "x", "99999999999")) {
      stepwise.rep.get(path + version).is(404);
    }
    stepwise.rep.get(path + "1").is(200);
  }

  @Test
  void malformed_json_is_told_with_its_place() {
    var before = Written.by(RUNNING.stepwise());

    var answer = rep().send("POST", "/sequences", "{\"name\":\"A\",\n \"steps\":[}").is(400);

    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.json().text("detail")).contains("line 2, column 1");
    assertThat(Written.by(RUNNING.stepwise())).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "7", "{} {}", "{\"a\":1,\"a\":2}", "{'a':1}", "{\"a\":"})
  void what_is_no_json_object_is_refused(String body) {
    var answer = rep().send("POST", "/sequences", body);

    assertThat(answer.status()).isIn(400, 422);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
  }

  @Test
  void deeply_nested_json_is_refused() {
    rep().send("POST", "/sequences", "[".repeat(10_000) + "]".repeat(10_000)).is(400);
  }

  @Test
  void a_body_over_the_limit_is_too_large() {
    var before = Written.by(RUNNING.stepwise());

    var ours = rep().send("POST", "/sequences", "{\"name\":\"" + "x".repeat(4 << 20) + "\"}");
    var gateways = rep().send("POST", "/sequences", "x".repeat(11 << 20));

    assertThat(ours.is(413).header("content-type")).isEqualTo("application/problem+json");
    gateways.is(413);
    assertThat(Written.by(RUNNING.stepwise())).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
  void another_content_type_is_refused(String type) {
    var answer = rep().send("POST", "/sequences", sequenceBody(), "content-type", type);

    assertThat(answer.is(415).json().text("detail")).contains("application/json");
    rep()
        .send(
            "POST", "/sequences", sequenceBody(), "content-type", "application/json; charset=utf-8")
        .is(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sequences?cursor=bad",
        "/sequences?cursor=%C3%A9",
        "/enrollments?cursor=bad",
        "/enrollments?contact=ada@example.com&cursor=AAAA",
        "/tasks?sender=rep@example.com&cursor=bad"
      })
  void a_bad_cursor_is_refused(String path) {
    var answer = rep().get(path).is(422);

    assertThat(answer.json().text("field")).isEqualTo("cursor");
  }

  @ParameterizedTest
  @CsvSource({
    "/enrollments?state=asleep,state",
    "/enrollments?contact=nobody,contact",
    "/enrollments?sequence=no%20id,sequence",
    "/tasks?sender=rep@example.com&state=lazy,state",
    "/tasks?sender=rep@example.com&dueBefore=soon,dueBefore"
  })
  void a_bad_question_is_refused_by_parameter(String path, String parameter) {
    var answer = rep().get(path).is(422);

    assertThat(answer.json().text("field")).isEqualTo(parameter);
  }

  @Test
  void an_admin_must_say_whose_tasks_to_list() {
    assertThat(admin().get("/tasks").is(422).json().text("field")).isEqualTo("sender");
  }

  @Test
  void without_a_token_nobody_comes_in() {
    var base = rep().base();

    for (var token : List.of("", "nonsense", rep().token() + "x")) {
      var stranger = new Caller(base, token);
      stranger.get("/sequences").is(401);
      stranger.send("POST", "/sequences", sequenceBody()).is(401);
    }
  }

  private static Caller rep() {
    return RUNNING.stepwise().rep;
  }

  private static Caller admin() {
    return RUNNING.stepwise().admin;
  }
}
