package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static dev.stepwise.local.journey.Bodies.reply;
import static dev.stepwise.local.journey.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Caps and gaps of a sender whose clock shows UTC; each test begins on a morning. */
class PacingTest {
  private static final Map<String, Object> ROBIN = Map.of("name", "Robin", "timeZone", "UTC");

  @RegisterExtension static final Running RUNNING = new Running();

  @Test
  void mails_over_the_cap_wait_their_turn_and_say_so() {
    var stepwise = RUNNING.stepwise();
    stepwise.sender(Map.of("dailyCap", 2));
    var sequence = stepwise.sequence(List.of(email("PT0S", "One"), reply("P1D", "Two")));

    var answer = enroll(stepwise, sequence, 5);
    stepwise.settle();

    assertThat(answer.objects("warnings")).isEmpty();
    var ids = answer.objects("results").stream().map(r -> r.text("enrollmentId")).toList();
    assertThat(times(stepwise, 5)).hasSize(2);
    var waiting = stepwise.enrollment(ids.get(4)).object("waitingFor");
    assertThat(waiting.text("kind")).isEqualTo("cap");
    var until = Instant.parse(waiting.text("until"));
    assertThat(stepwise.enrollment(ids.get(4)).text("nextAt")).isEqualTo(until.toString());
    stepwise.advanceTo(until.plusSeconds(1).toString());
    assertThat(stepwise.mails("p4@pace.example")).hasSize(1);
    stepwise.advance("P21D");
    var times = times(stepwise, 5);
    assertThat(times).hasSize(10);
    for (int i = 0; i + 2 < times.size(); i++) {
      assertThat(Duration.between(times.get(i), times.get(i + 2)))
          .isGreaterThan(Duration.ofDays(1));
    }
  }

  @Test
  void a_long_wait_is_told_before_anybody_is_enrolled() {
    var stepwise = RUNNING.stepwise();
    stepwise.sender(Map.of("dailyCap", 1, "minGap", "PT1M"));
    var sequence = stepwise.sequence(List.of(email("PT0S", "One")));

    var dry =
        stepwise
            .rep
            .post(
                "/sequences/" + sequence + "/enrollments",
                Map.of("sender", Stepwise.REP, "dryRun", true, "contacts", people(30)))
            .is(200)
            .json();

    var warning = dry.objects("warnings").getFirst();
    assertThat(warning.text("message")).contains("begin on 20");
    assertThat(Duration.between(stepwise.now(), Instant.parse(warning.text("until"))))
        .isBetween(Duration.ofDays(38), Duration.ofDays(50));
  }

  @ParameterizedTest
  @CsvSource({
    "dailyCap, 0",
    "dailyCap, 10001",
    "weeklyCap, 0",
    "minGap, 90",
    "minGap, -PT1S",
    "minGap, PT13H",
    "minGap, PT0.5S",
    "gapSpread, P1D",
    "rampUp, 10"
  })
  void a_pace_that_makes_no_sense_is_refused_with_its_field(String field, String value) {
    var stepwise = RUNNING.stepwise();
    Object sent = value.matches("\\d+") && !field.equals("minGap") ? Integer.valueOf(value) : value;

    var problem =
        stepwise.admin.put("/senders/odd@example.com", with(ROBIN, field, sent)).is(422).text();

    assertThat(problem).contains("\"" + field + "\"");
    stepwise.admin.get("/senders/odd@example.com").is(404);
  }

  @Test
  void what_does_not_go_together_is_refused() {
    var admin = RUNNING.stepwise().admin;
    var ramp = Map.of("since", "2026-12-01", "start", 50, "increase", 5);

    var week =
        admin.put("/senders/odd@example.com", with(with(ROBIN, "dailyCap", 9), "weeklyCap", 8));
    var alone = admin.put("/senders/odd@example.com", with(ROBIN, "rampUp", ramp));
    var above =
        admin.put("/senders/odd@example.com", with(with(ROBIN, "dailyCap", 9), "rampUp", ramp));
    var full =
        admin.put("/senders/odd@example.com", with(with(ROBIN, "dailyCap", 300), "minGap", "PT4M"));

    assertThat(week.is(422).text()).contains("weeklyCap");
    assertThat(alone.is(422).text()).contains("rampUp");
    assertThat(above.is(422).text()).contains("rampUp");
    assertThat(full.is(422).text()).contains("minGap");
  }

  @Test
  void what_is_shown_may_be_put_again() {
    var admin = RUNNING.stepwise().admin;
    var ramp = Map.of("since", "2026-12-01", "start", 5, "increase", 5);
    var full = with(with(with(ROBIN, "dailyCap", 40), "minGap", "PT2M"), "gapSpread", "PT1M30S");

    var put =
        admin
            .put("/senders/full@example.com", with(with(full, "weeklyCap", 150), "rampUp", ramp))
            .is(200)
            .json();
    var again = admin.put("/senders/full@example.com", put.fields()).is(200).json();

    assertThat(again).isEqualTo(put);
    assertThat(put.object("rampUp").get("increase")).isEqualTo(5);
  }

  private static JsonObject enroll(Stepwise stepwise, String sequence, int count) {
    return stepwise
        .rep
        .post(
            "/sequences/" + sequence + "/enrollments",
            Map.of("sender", Stepwise.REP, "contacts", people(count)))
        .is(200)
        .json();
  }

  private static List<Map<String, Object>> people(int count) {
    return IntStream.range(0, count).mapToObj(i -> contact("p" + i + "@pace.example")).toList();
  }

  private static List<Instant> times(Stepwise stepwise, int people) {
    return IntStream.range(0, people)
        .mapToObj(i -> stepwise.mailTimes("p" + i + "@pace.example"))
        .flatMap(List::stream)
        .map(Instant::parse)
        .sorted()
        .toList();
  }
}
