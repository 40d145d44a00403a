package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionsTest {
  @RegisterExtension static final Running RUNNING = new Running();

  @ParameterizedTest
  @CsvSource({"no@early.example,no@early.example", "early2.example,no@early2.example"})
  void who_is_suppressed_is_skipped(String target, String address) {
    var stepwise = RUNNING.stepwise();
    suppress(target);

    var result = stepwise.tryEnroll(twoMails(), contact(address)).getFirst();
    stepwise.advance("P3D");

    assertThat(result.text("status")).isEqualTo("skipped");
    assertThat(result.text("reason")).contains("suppressed");
    assertThat(stepwise.mails(address)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"no@mid.example,no@mid.example", "mid2.example,no@mid2.example"})
  void who_is_suppressed_between_two_mails_gets_no_more(String target, String address) {
    var stepwise = RUNNING.stepwise();
    var id = stepwise.enroll(twoMails(), contact(address));

    stepwise.advance("PT12H");
    suppress(target);
    stepwise.advance("P3D");

    assertThat(stepwise.mails(address)).hasSize(1);
    assertThat(stepwise.enrollment(id).text("state")).isEqualTo("stopped");
    assertThat(stepwise.told(id)).containsExactly("enrolled", "sent", "stopped");
  }

  @Test
  void who_is_enrolled_and_suppressed_before_the_first_mail_gets_none() {
    var stepwise = RUNNING.stepwise();
    var sequence = stepwise.sequence(List.of(email("PT1H", "One")));
    var ids = List.of("a@soon.example", "b@soon.example");
    ids.forEach(address -> stepwise.enroll(sequence, contact(address)));

    suppress("soon.example");
    stepwise.advance("P3D");

    ids.forEach(address -> assertThat(stepwise.mails(address)).isEmpty());
  }

  @Test
  void a_suppression_is_lifted_by_an_admin_only() {
    var stepwise = RUNNING.stepwise();
    suppress("lift@lift.example");

    stepwise.rep.send("DELETE", "/suppressions/lift@lift.example", "").is(403);
    stepwise.admin.send("DELETE", "/suppressions/lift@lift.example", "").is(204);
    stepwise.enroll(twoMails(), contact("lift@lift.example"));
    stepwise.settle();

    stepwise.rep.get("/suppressions/lift@lift.example").is(404);
    assertThat(stepwise.mails("lift@lift.example")).hasSize(1);
  }

  private static void suppress(String target) {
    RUNNING.stepwise().rep.send("PUT", "/suppressions/" + target, "").is(200);
  }

  private static String twoMails() {
    return RUNNING.stepwise().sequence(List.of(email("PT0S", "One"), email("P1D", "Two")));
  }
}
