package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of mails after SES took them; addresses are those of the mailbox simulator. */
class MailEventsTest {
  @RegisterExtension static final Running RUNNING = new Running();

  @Test
  void a_bounce_an_hour_later_stops_it_before_the_next_step() {
    var stepwise = RUNNING.stepwise();
    var address = simulated("bounce+later.pt1h");

    var id = stepwise.enroll(stepwise.sequence(mails("PT2H", 3)), contact(address));
    stepwise.advance("PT59M");
    var before = stepwise.enrollment(id).text("state");
    stepwise.advance("PT1M");
    var after = stepwise.enrollment(id);
    stepwise.advance("P7D");

    assertThat(before).isEqualTo("active");
    assertThat(after.text("state")).isEqualTo("stopped");
    assertThat(after.text("reason")).isEqualTo("bounced");
    assertThat(stepwise.entries(id)).containsExactly("enrolled", "sent", "bounced", "stopped");
    assertThat(entry(id, "bounced").text("detail")).isEqualTo("hard 5.1.1 General");
    assertThat(entry(id, "bounced").text("by")).isEqualTo("ses");
    assertThat(stepwise.mails(address)).hasSize(1);
    assertThat(suppression(address)).isEqualTo("bounced");
  }

  @Test
  void the_third_soft_bounce_ends_it_and_suppresses_nobody() {
    var stepwise = RUNNING.stepwise();
    var address = simulated("soft-bounce+full.pt3h");
    var sequence = stepwise.sequence(mails("P1D", 4));

    var id = stepwise.enroll(sequence, contact(address));
    stepwise.advance("P14D");

    assertThat(stepwise.mails(address)).hasSize(3);
    assertThat(stepwise.enrollment(id).text("reason")).isEqualTo("bounced");
    assertThat(entry(id, "bounced").text("detail")).isEqualTo("soft 4.2.2 MailboxFull");
    stepwise.rep.get("/suppressions/" + Caller.encoded(address)).is(404);
  }

  @Test
  void who_complains_is_never_written_to_again() {
    var stepwise = RUNNING.stepwise();
    var address = simulated("complaint+ann");
    var sequence = stepwise.sequence(mails("P1D", 2));

    var id = stepwise.enroll(sequence, contact(address));
    stepwise.advance("P7D");
    var again = stepwise.tryEnroll(stepwise.sequence(mails("P1D", 2)), contact(address));

    assertThat(stepwise.enrollment(id).text("reason")).isEqualTo("complained");
    assertThat(stepwise.entries(id))
        .containsExactly("enrolled", "sent", "delivered", "complained", "stopped");
    assertThat(suppression(address)).isEqualTo("complained");
    assertThat(again.getFirst().text("status")).isEqualTo("skipped");
    assertThat(stepwise.mails(address)).hasSize(1);
  }

  @Test
  void a_bounce_of_the_copy_is_not_the_contacts() {
    var stepwise = RUNNING.stepwise();
    stepwise.sender(Map.of("copyTo", simulated("bounce+crm")));

    var id = stepwise.enroll(stepwise.sequence(mails("P1D", 2)), contact("ann@copied.example"));
    stepwise.advance("P7D");

    assertThat(stepwise.entries(id))
        .containsExactly("enrolled", "sent", "delivered", "sent", "finished", "delivered");
    stepwise.rep.get("/suppressions/ann@copied.example").is(404);
    stepwise.rep.get("/suppressions/" + Caller.encoded(simulated("bounce+crm"))).is(404);
  }

  @Test
  void a_delivery_settles_a_mail_whose_answer_and_send_event_were_lost() {
    var stepwise = RUNNING.stepwise();
    var address = simulated("lost-send+ann");
    stepwise.fault("SendEmail", "timeoutAfter", 1);

    var id = stepwise.enroll(stepwise.sequence(mails("P1D", 2)), contact(address));
    stepwise.advance("P7D");

    assertThat(stepwise.mails(address)).hasSize(2);
    assertThat(stepwise.entries(id))
        .containsExactly("enrolled", "delivered", "sent", "sent", "finished", "delivered");
  }

  @Test
  void a_mail_that_bounces_before_its_claim_is_settled_is_recorded_and_was_the_last() {
    var stepwise = RUNNING.stepwise();
    var address = simulated("bounce+lost");
    stepwise.fault("SendEmail", "timeoutAfter", 1);

    var id = stepwise.enroll(stepwise.sequence(mails("P1D", 2)), contact(address));
    stepwise.advance("P7D");

    assertThat(stepwise.mails(address)).hasSize(1);
    assertThat(stepwise.entries(id)).containsExactly("enrolled", "sent", "bounced", "stopped");
  }

  @Test
  void a_rejected_mail_fails_and_the_rep_decides() {
    var stepwise = RUNNING.stepwise();
    var address = simulated("reject+ann");

    var id = stepwise.enroll(stepwise.sequence(mails("P1D", 2)), contact(address));
    stepwise.advance("P2D");
    var failed = stepwise.enrollment(id);
    stepwise.move(id, "stop");

    assertThat(failed.text("state")).isEqualTo("failed");
    assertThat(failed.text("reason")).isEqualTo("SES rejected the mail of step 1: Bad content");
    assertThat(stepwise.mails(address)).hasSize(1);
    assertThat(stepwise.entries(id))
        .containsExactly("enrolled", "sent", "rejected", "failed", "stopped");
  }

  @Test
  void a_mail_that_is_on_its_way_for_long_is_told_and_nothing_stops() {
    var stepwise = RUNNING.stepwise();
    var address = simulated("delayed+ann");

    var id = stepwise.enroll(stepwise.sequence(mails("P1D", 2)), contact(address));
    stepwise.advance("PT12H");

    assertThat(stepwise.entries(id))
        .containsExactly("enrolled", "sent", "delivery_delayed", "delivered");
    assertThat(stepwise.enrollment(id).text("state")).isEqualTo("active");
  }

  private static String simulated(String local) {
    return local + "@simulator.amazonses.com";
  }

  /** As many emails, each that long after the one before. */
  private static List<Map<String, Object>> mails(String delay, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(step -> email(step == 1 ? "PT0S" : delay, "Mail " + step))
        .toList();
  }

  private static JsonObject entry(String id, String type) {
    return RUNNING.stepwise().enrollment(id).objects("timeline").stream()
        .filter(entry -> entry.text("type").equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static String suppression(String address) {
    var path = "/suppressions/" + Caller.encoded(address);
    return RUNNING.stepwise().rep.get(path).is(200).json().text("reason");
  }
}
