package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.call;
import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pauses of a sender, a sequence and everything. The sender's clock shows UTC. */
class PausesTest {
  private static final String SENDER = "/senders/" + Stepwise.REP;

  @RegisterExtension static final Running RUNNING = new Running();

  @Test
  void a_rep_goes_on_holiday_and_comes_back() {
    var stepwise = RUNNING.stepwise();
    var people = people(8, "holiday.example");
    var sequence = stepwise.sequence(List.of(email("P1D", "One")));
    var ids = people.stream().map(who -> stepwise.enroll(sequence, contact(who))).toList();
    var calls = stepwise.sequence(List.of(call("PT0S", true), email("P1D", "Two")));
    var called = stepwise.enroll(calls, contact("called@holiday.example"));
    stepwise.advance("PT1H");
    var due = Instant.parse(stepwise.openTask(called).text("dueAt"));
    var left = stepwise.now();
    var back = LocalDate.ofInstant(left, ZoneOffset.UTC).plusDays(15);

    var paused =
        stepwise
            .rep
            .post(SENDER + "/pause", Map.of("until", back.toString(), "reason", "On holiday"))
            .is(200)
            .json()
            .object("pause");

    assertThat(paused.text("until")).isEqualTo(back + "T00:00:00Z");
    assertThat(paused.text("reason")).isEqualTo("On holiday");
    assertThat(stepwise.rep.get(SENDER).is(200).json().object("pause")).isEqualTo(paused);
    var waiting = stepwise.enrollment(ids.getFirst()).object("waitingFor");
    assertThat(waiting.text("kind")).isEqualTo("sender_paused");
    assertThat(waiting.text("until")).isEqualTo(back + "T00:00:00Z");
    assertThat(stepwise.standing(called)).isEqualTo("paused: sender_paused");
    stepwise.rep.post("/enrollments/" + ids.getFirst() + "/send-now").is(409);
    stepwise.rep.post("/enrollments/" + ids.getFirst() + "/resume").is(409);

    stepwise.advanceTo(back + "T00:00:00Z");
    assertThat(people).allMatch(who -> stepwise.mails(who).isEmpty());
    stepwise.advance("P2D");

    var times = people.stream().flatMap(who -> stepwise.mailTimes(who).stream()).toList();
    assertThat(times).hasSize(8).allMatch(PausesTest::isInOfficeHours);
    assertThat(times.stream().map(time -> time.substring(0, 15)).distinct()).hasSizeGreaterThan(2);
    assertThat(times).allMatch(time -> time.compareTo(back + "T09") > 0);
    assertThat(stepwise.rep.get(SENDER).is(200).json().get("pause")).isNull();
    assertThat(stepwise.standing(called)).isEqualTo("awaiting_task: task");
    assertThat(Instant.parse(stepwise.openTask(called).text("dueAt")))
        .isBetween(
            due.plus(Duration.between(left, instant(back))).minusSeconds(60),
            due.plus(Duration.between(left, instant(back))).plusSeconds(60));
    assertThat(stepwise.told(ids.getFirst()))
        .containsExactly("enrolled", "paused", "resumed", "sent", "finished");
  }

  @Test
  void an_admin_pauses_everything_and_resumes_it() {
    var stepwise = RUNNING.stepwise();
    var sequence = stepwise.sequence(List.of(email("PT2H", "One"), email("P1D", "Two")));
    var id = stepwise.enroll(sequence, contact("ada@everything.example"));
    stepwise.rep.post("/pause").is(403);

    var paused = stepwise.admin.post("/pause", Map.of("reason", "A wrong price")).is(200).json();
    stepwise.advance("P3D");

    assertThat(paused.object("pause").text("reason")).isEqualTo("A wrong price");
    assertThat(stepwise.standing(id)).isEqualTo("paused: everything_paused");
    assertThat(stepwise.mails("ada@everything.example")).isEmpty();
    var later = stepwise.enroll(sequence, contact("bob@everything.example"));
    assertThat(stepwise.standing(later)).isEqualTo("paused: everything_paused");
    var resumed = stepwise.now();
    assertThat(stepwise.admin.post("/resume").is(200).json().get("pause")).isNull();
    assertThat(stepwise.admin.post("/resume").is(200).json().get("pause")).isNull();
    stepwise.advance("P5D");
    assertThat(stepwise.mailTimes("ada@everything.example"))
        .hasSize(2)
        .first()
        .isEqualTo(resumed.plus(Duration.ofHours(2)).toString());
    assertThat(stepwise.mails("bob@everything.example")).hasSize(2);
  }

  @Test
  void a_sequence_that_is_paused_says_so_and_takes_who_is_enrolled() {
    var stepwise = RUNNING.stepwise();
    var sequence = stepwise.sequence(List.of(email("PT0S", "One")));
    var path = "/sequences/" + sequence;

    assertThat(stepwise.rep.post(path + "/pause").is(200).json().text("status"))
        .isEqualTo("paused");
    var id = stepwise.enroll(sequence, contact("ada@sequence.example"));
    stepwise.advance("P1D");

    assertThat(stepwise.rep.get(path).is(200).json().text("status")).isEqualTo("paused");
    assertThat(listed(stepwise, sequence).text("status")).isEqualTo("paused");
    assertThat(stepwise.standing(id)).isEqualTo("paused: sequence_paused");
    assertThat(stepwise.rep.list("/enrollments?sequence=" + sequence).getFirst())
        .extracting(e -> e.object("waitingFor").text("kind"))
        .isEqualTo("sequence_paused");
    var resumed = stepwise.rep.post(path + "/resume").is(200).json();
    assertThat(resumed.text("status")).isEqualTo("active");
    assertThat(resumed.get("pause")).isNull();
    stepwise.advance("P1D");
    assertThat(stepwise.mails("ada@sequence.example")).hasSize(1);
  }

  @Test
  void a_pause_that_makes_no_sense_is_refused_with_its_field() {
    var stepwise = RUNNING.stepwise();

    for (var wrong :
        List.of(
            Map.of("until", "2020-01-01"),
            Map.of("until", "2099-01-01"),
            Map.of("until", "soon"),
            Map.of("until", 5))) {
      assertThat(stepwise.rep.post(SENDER + "/pause", wrong).is(422).json().text("field"))
          .isEqualTo("until");
    }
    assertThat(
            stepwise.rep.post(SENDER + "/pause", Map.of("till", "x")).is(422).json().text("field"))
        .isEqualTo("till");
    assertThat(
            stepwise
                .admin
                .post("/pause", Map.of("until", "2027-01-01"))
                .is(422)
                .json()
                .text("field"))
        .isEqualTo("until");
    stepwise.admin.post("/senders/nobody@example.com/pause").is(404);
    stepwise.rep.post("/senders/nobody@example.com/pause").is(403);
    stepwise.rep.post("/sequences/nothing/resume").is(404);
    assertThat(stepwise.rep.get(SENDER).is(200).json().get("pause")).isNull();
  }

  private static List<String> people(int count, String domain) {
    return new ArrayList<>(
        IntStream.range(0, count).mapToObj(i -> "p" + i + "@" + domain).toList());
  }

  private static JsonObject listed(Stepwise stepwise, String sequence) {
    return stepwise.rep.list("/sequences").stream()
        .filter(each -> each.text("id").equals(sequence))
        .findFirst()
        .orElseThrow();
  }

  private static Instant instant(LocalDate date) {
    return date.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static boolean isInOfficeHours(String time) {
    var at = Instant.parse(time).atOffset(ZoneOffset.UTC);
    return at.getHour() >= 9 && at.getHour() < 17 && at.getDayOfWeek().getValue() <= 5;
  }
}
