package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.call;
import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SequenceEndsTest {
  @RegisterExtension static final Running RUNNING = new Running();

  @Test
  void a_reenrolled_contact_goes_on_at_the_named_step_of_the_current_version() {
    var stepwise = RUNNING.stepwise();
    var monday = stepwise.now();
    var sequence = twoMails("P5D");
    var old = stepwise.enroll(sequence, contact("again@move.example"));
    var body =
        Map.of(
            "name",
            "A story",
            "owner",
            Stepwise.REP,
            "steps",
            List.of(email("PT0S", "1"), email("P1D", "Two anew"), email("P1D", "Three")));
    stepwise.advance("PT1H");
    stepwise.rep.put("/sequences/" + sequence, body, "if-match", "1").is(200);

    var path = "/enrollments/" + old + "/reenroll";
    var fresh = stepwise.rep.post(path, Map.of("startAtStep", 2)).is(200).json();
    stepwise.advance("P30D");

    assertThat(stepwise.enrollment(old).text("reason")).isEqualTo("reenrolled");
    assertThat(fresh.text("id")).isNotEqualTo(old);
    assertThat(fresh.fields()).containsEntry("version", 2).containsEntry("step", 2);
    assertThat(stepwise.mails("again@move.example"))
        .extracting(mail -> mail.text("at") + " " + mail.text("subject"))
        .containsExactly(
            monday + " One",
            after(monday, "PT1H") + " Two anew",
            after(monday, "P1DT1H") + " Three");
  }

  @Test
  void an_archived_sequence_takes_nobody_new_and_lets_others_finish() {
    var stepwise = RUNNING.stepwise();
    var sequence = twoMails("P1D");
    var id = stepwise.enroll(sequence, contact("last@move.example"));

    stepwise.rep.post("/sequences/" + sequence + "/archive").is(200);
    var body = Map.of("sender", Stepwise.REP, "contacts", List.of(contact("late@move.example")));
    stepwise.rep.post("/sequences/" + sequence + "/enrollments", body).is(409);
    stepwise.rep.post("/enrollments/" + id + "/reenroll").is(409);
    stepwise.advance("P3D");

    assertThat(stepwise.enrollment(id).text("state")).isEqualTo("finished");
    assertThat(stepwise.mails("last@move.example")).hasSize(2);
    assertThat(stepwise.mails("late@move.example")).isEmpty();
  }

  @Test
  void archiving_with_stop_active_ends_what_goes_on() {
    var stepwise = RUNNING.stepwise();
    var sequence = stepwise.sequence(List.of(call("PT0S", true), email("P1D", "One")));
    var waiting = stepwise.enroll(sequence, contact("task@move.example"));
    stepwise.settle();
    var active = stepwise.enroll(sequence, contact("active@move.example"));
    var paused = stepwise.enroll(sequence, contact("paused@move.example"));
    stepwise.move(paused, "pause");

    var path = "/sequences/" + sequence + "/archive";
    var archived = stepwise.rep.post(path, Map.of("stopActive", true)).is(200).json();

    assertThat(archived.object("stopped").fields())
        .containsEntry("count", 3)
        .containsEntry("complete", true);
    for (var id : List.of(waiting, active, paused)) {
      assertThat(stepwise.enrollment(id).text("reason")).isEqualTo("sequence_archived");
      assertThat(stepwise.tasks("open", id)).isEmpty();
    }
  }

  private static String twoMails(String delay) {
    return RUNNING.stepwise().sequence(List.of(email("PT0S", "One"), email(delay, "Two")));
  }

  private static String after(Instant start, String delay) {
    return start.plus(Duration.parse(delay)).toString();
  }
}
