package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.call;
import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static dev.stepwise.local.journey.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PersonsMovesTest {
  @RegisterExtension static final Running RUNNING = new Running();

  @Test
  void a_pause_keeps_the_rest_of_the_delay() {
    var stepwise = RUNNING.stepwise();
    var monday = stepwise.now();
    var id = stepwise.enroll(twoMails("P2D"), contact("pause@move.example"));

    stepwise.advance("P1D");
    stepwise.move(id, "pause");
    stepwise.advance("P2D");
    var standing = stepwise.standing(id);
    var resumed = stepwise.move(id, "resume");
    stepwise.advance("P2D");

    assertThat(standing).isEqualTo("paused: paused");
    assertThat(resumed.text("nextAt")).isEqualTo(after(monday, "P4D"));
    assertThat(stepwise.mailTimes("pause@move.example"))
        .containsExactly(monday.toString(), after(monday, "P4D"));
    assertThat(stepwise.told(id))
        .containsExactly("enrolled", "sent", "paused", "resumed", "sent", "finished");
  }

  @Test
  void a_stop_closes_the_open_task() {
    var stepwise = RUNNING.stepwise();
    var sequence = stepwise.sequence(List.of(call("PT0S", true), email("P1D", "One")));
    var id = stepwise.enroll(sequence, contact("stop@move.example"));
    stepwise.settle();
    var task = stepwise.openTask(id);

    var stopped = stepwise.move(id, "stop");
    var again = stepwise.move(id, "stop");
    stepwise.advance("P10D");

    assertThat(stopped.fields())
        .containsEntry("state", "stopped")
        .containsEntry("reason", "stopped_by_user");
    assertThat(again.get("timeline")).isEqualTo(stopped.get("timeline"));
    assertThat(stepwise.tasks("open", id)).isEmpty();
    assertThat(stepwise.tasks("cancelled", id)).hasSize(1);
    stepwise.rep.post("/tasks/" + task.text("id") + "/complete").is(409);
    stepwise.rep.post("/enrollments/" + id + "/resume").is(409);
    assertThat(stepwise.mails("stop@move.example")).isEmpty();
  }

  @Test
  void send_now_skips_the_delay_and_keeps_the_window() {
    var stepwise = RUNNING.stepwise();
    var monday = stepwise.now();
    var sequence = twoMails("P10D");
    var inside = stepwise.enroll(sequence, contact("inside@move.example"));
    var outside = stepwise.enroll(sequence, contact("outside@move.example"));

    stepwise.advance("PT1H");
    stepwise.move(inside, "send-now");
    stepwise.advance("PT9H");
    stepwise.move(outside, "send-now");
    var waiting = stepwise.standing(outside);
    stepwise.advance("P20D");

    assertThat(waiting).isEqualTo("active: window");
    assertThat(stepwise.mailTimes("inside@move.example"))
        .containsExactly(monday.toString(), after(monday, "PT1H"));
    assertThat(stepwise.mailTimes("outside@move.example"))
        .containsExactly(monday.toString(), after(monday, "P1D"));
  }

  @Test
  void a_value_of_two_lines_is_one_line_in_a_subject() {
    var stepwise = RUNNING.stepwise();
    stepwise.sender(Map.of("signature", "Robin\nBcc: all@example.com"));
    var sequence = stepwise.sequence(List.of(email("PT0S", "From {{sender.signature}}")));

    stepwise.enroll(sequence, contact("lines@move.example"));
    stepwise.settle();

    var mail = stepwise.mails("lines@move.example").getFirst();
    assertThat(mail.text("subject")).isEqualTo("From Robin Bcc: all@example.com");
    assertThat(mail.object("headers").fields()).doesNotContainKey("Bcc");
    assertThat(stepwise.mails("all@example.com")).isEmpty();
  }

  @Test
  void a_value_that_is_missing_is_corrected_and_the_step_retried() {
    var stepwise = RUNNING.stepwise();
    var sequence =
        stepwise.sequence(
            List.of(email("PT0S", "One"), email("P1D", "About {{contact.fields.topic}}")));
    var who = with(contact("topic@move.example"), "fields", Map.of("topic", "tea"));

    var without = stepwise.tryEnroll(sequence, contact("topic@move.example")).getFirst();
    var id = stepwise.enroll(sequence, who);
    patch(id, "{\"fields\":{\"topic\":\" \"}}");
    stepwise.advance("P2D");
    var failed = stepwise.enrollment(id);
    patch(id, "{\"contact\":{\"fields\":{\"topic\":\"coffee\"}}}");
    stepwise.move(id, "retry");
    stepwise.settle();

    assertThat(without.text("status")).isEqualTo("rejected");
    assertThat(without.text("reason")).contains("step 2", "contact.fields.topic");
    assertThat(failed.object("waitingFor").text("kind")).isEqualTo("missing_token");
    assertThat(failed.text("reason")).contains("step 2", "contact.fields.topic");
    assertThat(stepwise.mails("topic@move.example"))
        .extracting(mail -> mail.text("subject"))
        .containsExactly("One", "About coffee");
  }

  private static String twoMails(String delay) {
    return RUNNING.stepwise().sequence(List.of(email("PT0S", "One"), email(delay, "Two")));
  }

  private static void patch(String enrollment, String body) {
    RUNNING.stepwise().rep.send("PATCH", "/enrollments/" + enrollment, body).is(200);
  }

  private static String after(Instant start, String delay) {
    return start.plus(Duration.parse(delay)).toString();
  }
}
