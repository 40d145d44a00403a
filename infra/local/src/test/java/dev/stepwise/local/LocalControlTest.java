package dev.stepwise.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calls under /_local, and how they refuse. */
class LocalControlTest {
  private static final Running RUNNING = new Running();

  @AfterAll
  static void end() {
    RUNNING.close();
  }

  @Test
  void the_clock_moves_forward_only() throws Exception {
    var before = RUNNING.now();

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
        "GET|/_local/nothing|x|404",
        "POST|/_local/invoke/NobodyFunction|{}|404",
        "GET|/_local/invoke/EchoFunction|x|405",
        "POST|/_local/invoke/WorkFunction|{\"Records\":[{\"body\":\"throw\"}]}|500"
      })
  void a_control_call_that_cannot_be_done_is_a_problem(
      String method, String path, String body, int status) throws Exception {
    var answer = RUNNING.send(method, path, body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(Running.json(answer).get("status")).isEqualTo(status);
  }

  @Test
  void a_function_is_called_by_its_name_in_the_template() throws Exception {
    var answer = RUNNING.send("POST", "/_local/invoke/WorkFunction", "{\"Records\":[]}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Running.json(answer).has("batchItemFailures")).isTrue();
  }

  @Test
  void faults_outbox_and_timers_answer() throws Exception {
    var fault =
        "{\"service\":\"scheduler\",\"operation\":\"GetSchedule\",\"kind\":\"timeoutAfter\",\"count\":2}";

    assertThat(RUNNING.send("POST", "/_local/faults", fault).statusCode()).isEqualTo(200);
    assertThat(RUNNING.send("GET", "/_local/outbox?to=a@b.example", "").body()).isEqualTo("[]");
    assertThat(RUNNING.send("GET", "/_local/timers", "").body()).isEqualTo("[]");
  }
}
