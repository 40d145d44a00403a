package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SES answers, or fails to answer. */
class UnknownOutcomesTest {
  @RegisterExtension static final Running RUNNING = new Running();

  @Test
  void a_throttled_mail_is_postponed_and_sent_once() {
    var stepwise = RUNNING.stepwise();
    stepwise.fault("SendEmail", "throttle", 2);

    var id = stepwise.enroll(twoMails(Map.of()), contact("fast@ses.example"));
    stepwise.settle();
    var waiting = stepwise.standing(id);
    stepwise.advance("PT1H");

    assertThat(waiting).isEqualTo("active: account");
    assertThat(stepwise.mails("fast@ses.example")).hasSize(1);
    assertThat(stepwise.told(id)).containsExactly("enrolled", "delayed", "sent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeoutBefore", "fail"})
  void a_mail_whose_outcome_nobody_knows_is_put_before_the_rep(String kind) {
    var stepwise = RUNNING.stepwise();
    var address = kind.toLowerCase(Locale.ROOT) + "@ask.example";
    stepwise.fault("SendEmail", kind, 1);

    var id = stepwise.enroll(twoMails(Map.of()), contact(address));
    stepwise.advance("PT14M");
    var before = stepwise.enrollment(id).text("state");
    stepwise.advance("PT11M");
    var asked = stepwise.enrollment(id);
    stepwise.advance("P10D");

    assertThat(before).isEqualTo("active");
    assertThat(asked.text("state")).isEqualTo("paused");
    assertThat(asked.text("reason")).isEqualTo("unknown_send");
    assertThat(asked.object("waitingFor").text("kind")).isEqualTo("unknown_send");
    assertThat(stepwise.mails(address)).isEmpty();
    assertThat(stepwise.told(id)).containsExactly("enrolled", "outcome_unknown");
    stepwise.rep.post("/enrollments/" + id + "/resume").is(409);
    stepwise.rep.post("/enrollments/" + id + "/retry").is(409);
  }

  @Test
  void a_mail_that_was_accepted_without_an_answer_is_known_by_its_event_and_never_sent_again() {
    var stepwise = RUNNING.stepwise();
    var monday = stepwise.now();
    stepwise.fault("SendEmail", "timeoutAfter", 1);

    var id = stepwise.enroll(twoMails(Map.of()), contact("after@event.example"));
    stepwise.advance("P10D");

    assertThat(stepwise.mails("after@event.example"))
        .extracting(mail -> mail.text("subject"))
        .containsExactly("One", "Two");
    assertThat(stepwise.mailTimes("after@event.example").getFirst()).isEqualTo(monday.toString());
    assertThat(stepwise.told(id)).containsExactly("enrolled", "sent", "sent", "finished");
  }

  @Test
  void the_rep_who_says_sent_goes_on_to_the_next_step() {
    var stepwise = RUNNING.stepwise();
    var id = asked("sent@told.example");

    var resolved = resolve(id, "sent");
    var told = stepwise.now();
    stepwise.advance("P3D");

    assertThat(resolved.json().get("step")).isEqualTo(2);
    assertThat(stepwise.mails("sent@told.example"))
        .extracting(mail -> mail.text("subject"))
        .containsExactly("Two");
    assertThat(stepwise.mailTimes("sent@told.example").getLast())
        .isEqualTo(told.plus(Duration.ofDays(1)).toString());
    stepwise.rep.post("/enrollments/" + id + "/resolve", Map.of("outcome", "sent")).is(409);
  }

  @Test
  void the_rep_who_says_send_has_one_more_mail_sent() {
    var stepwise = RUNNING.stepwise();
    var id = asked("send@again.example");

    resolve(id, "send");
    stepwise.advance("P3D");

    var mails = stepwise.mails("send@again.example");
    assertThat(mails).extracting(mail -> mail.text("subject")).containsExactly("One", "Two");
    assertThat(mails.getFirst().object("tags").text("attempt")).isEqualTo("2");
    assertThat(stepwise.enrollment(id).text("state")).isEqualTo("finished");
  }

  @Test
  void a_sequence_may_say_that_unknown_mails_are_sent_again() {
    var stepwise = RUNNING.stepwise();
    stepwise.fault("SendEmail", "timeoutBefore", 1);

    var id =
        stepwise.enroll(twoMails(Map.of("onUnknownOutcome", "resend")), contact("re@s.example"));
    stepwise.advance("PT1H");

    assertThat(stepwise.mails("re@s.example")).hasSize(1);
    assertThat(stepwise.told(id)).containsExactly("enrolled", "outcome_unknown", "sent");
  }

  @Test
  void a_stop_over_an_unknown_mail_asks_nobody() {
    var stepwise = RUNNING.stepwise();
    stepwise.fault("SendEmail", "timeoutAfter", 1);
    var id = stepwise.enroll(twoMails(Map.of()), contact("stop@unknown.example"));
    stepwise.settle();

    stepwise.move(id, "stop");
    stepwise.advance("P3D");

    assertThat(stepwise.enrollment(id).text("state")).isEqualTo("stopped");
    assertThat(stepwise.enrollment(id).get("waitingFor")).isNull();
    assertThat(stepwise.mails("stop@unknown.example")).hasSize(1);
    stepwise.enroll(twoMails(Map.of()), contact("stop@unknown.example"));
  }

  @Test
  void a_claim_whose_answer_is_lost_is_let_go_and_taken_again() {
    var stepwise = RUNNING.stepwise();
    stepwise.fault("UpdateItem", "timeoutAfter", 3);

    var id = stepwise.enroll(twoMails(Map.of()), contact("claim@lost.example"));
    stepwise.advance("P3D");

    assertThat(stepwise.told(id)).containsExactly("enrolled", "sent", "sent", "finished");
    assertThat(stepwise.mails("claim@lost.example")).hasSize(2);
  }

  @Test
  void an_enrollment_whose_answer_is_lost_is_told_as_it_is() {
    var stepwise = RUNNING.stepwise();
    var sequence = twoMails(Map.of());
    stepwise.fault("TransactWriteItems", "timeoutAfter", 3);

    var id = stepwise.enroll(sequence, contact("enroll@lost.example"));
    stepwise.advance("P3D");

    assertThat(stepwise.enrollment(id).text("state")).isEqualTo("finished");
  }

  private static String asked(String address) {
    var stepwise = RUNNING.stepwise();
    stepwise.fault("SendEmail", "timeoutBefore", 1);
    var id = stepwise.enroll(twoMails(Map.of()), contact(address));
    stepwise.advance("PT25M");
    assertThat(stepwise.standing(id)).isEqualTo("paused: unknown_send");
    return id;
  }

  private static Answer resolve(String id, String outcome) {
    var path = "/enrollments/" + id + "/resolve";
    return RUNNING.stepwise().rep.post(path, Map.of("outcome", outcome)).is(200);
  }

  private static String twoMails(Map<String, ?> settings) {
    return RUNNING
        .stepwise()
        .sequence(settings, List.of(email("PT0S", "One"), email("P1D", "Two")));
  }
}
