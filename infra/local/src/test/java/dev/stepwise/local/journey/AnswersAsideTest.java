package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static dev.stepwise.local.journey.Bodies.reply;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers that concern more than the enrollment that they answer, or less. */
class AnswersAsideTest {
  @RegisterExtension static final Running RUNNING = new Running();

  private static final List<Map<String, Object>> STEPS =
      List.of(email("PT0S", "A question"), reply("P1D", "Again?"));

  @Test
  void an_answer_stops_the_enrollments_of_the_whole_company_where_the_sequence_says_so() {
    var stepwise = RUNNING.stepwise();
    var account = stepwise.sequence(Map.of("stopOn", List.of("reply", "account_reply")), STEPS);
    var own = stepwise.sequence(STEPS);
    var ada = stepwise.enroll(account, contact("ada@acme-account.example"));
    var bob = stepwise.enroll(account, contact("bob@acme-account.example"));
    var eve = stepwise.enroll(own, contact("eve@acme-account.example"));
    var else_ = stepwise.enroll(account, contact("ada@other-account.example"));
    stepwise.settle();

    RUNNING
        .prospect("ada@acme-account.example")
        .answer(stepwise.mails("ada@acme-account.example").getFirst())
        .text("We have talked about it, and we are interested.")
        .send();
    stepwise.settle();

    assertThat(reason(ada)).isEqualTo("replied");
    assertThat(reason(bob)).isEqualTo("account_replied");
    assertThat(stepwise.standing(eve)).isEqualTo("active: delay");
    assertThat(stepwise.standing(else_)).isEqualTo("active: delay");
  }

  @Test
  void a_colleague_who_was_never_written_to_answers_for_the_company() {
    var stepwise = RUNNING.stepwise();
    var account = stepwise.sequence(Map.of("stopOn", List.of("account_reply")), STEPS);
    var id = stepwise.enroll(account, contact("carl@firm-account.example"));
    stepwise.settle();
    var before = stepwise.forwarded().size();

    RUNNING
        .prospect("dora@firm-account.example")
        .mail("team@reply.example.com")
        .text("Carl showed me your mail. Let us talk.")
        .send();
    stepwise.settle();

    assertThat(reason(id)).isEqualTo("account_replied");
    assertThat(stepwise.forwarded()).hasSize(before + 1);
  }

  @Test
  void people_of_one_mailbox_provider_are_no_colleagues() {
    var stepwise = RUNNING.stepwise();
    var account = stepwise.sequence(Map.of("stopOn", List.of("account_reply")), STEPS);
    var id = stepwise.enroll(account, contact("one@gmail.com"));
    stepwise.settle();

    RUNNING.prospect("another@gmail.com").mail("team@reply.example.com").text("Hello!").send();
    stepwise.settle();

    assertThat(stepwise.standing(id)).isEqualTo("active: delay");
  }

  @Test
  void a_mail_that_concerns_nobody_is_answered_by_nobody() {
    var stepwise = RUNNING.stepwise();
    var before = stepwise.rep.get("/_local/outbox").text();

    RUNNING.prospect("stranger@nowhere.example").mail("team@reply.example.com").text("Hi!").send();
    stepwise.advance("PT1H");

    assertThat(stepwise.rep.get("/_local/outbox").text()).isEqualTo(before);
  }

  @Test
  void a_large_attachment_comes_as_a_link() {
    var stepwise = RUNNING.stepwise();
    var id = stepwise.enroll(stepwise.sequence(STEPS), contact("large@files.example"));
    stepwise.settle();
    var before = stepwise.forwarded().size();

    RUNNING
        .prospect("large@files.example")
        .answer(stepwise.mails("large@files.example").getFirst())
        .with("Content-Type", "multipart/mixed; boundary=b")
        .text(
            "--b",
            "Content-Type: text/plain",
            "",
            "The plans are attached.",
            "--b",
            "Content-Type: application/pdf; name=plans.pdf",
            "Content-Disposition: attachment; filename=plans.pdf",
            "Content-Transfer-Encoding: base64",
            "",
            Base64.getMimeEncoder().encodeToString(new byte[11_000_000]),
            "--b--")
        .send();
    stepwise.settle();

    assertThat(reason(id)).isEqualTo("replied");
    var text = stepwise.forwarded().get(before).text("text");
    assertThat(text).contains("The plans are attached.").contains("plans.pdf");
    var link = text.substring(text.indexOf("/attachments/")).split("\\s", 2)[0];
    assertThat(stepwise.rep.get(link).is(302).header("location")).contains("attachments/");
  }

  @Test
  void what_a_person_wrote_is_erased_with_the_person() {
    var stepwise = RUNNING.stepwise();
    stepwise.enroll(stepwise.sequence(STEPS), contact("gone@erased.example"));
    stepwise.settle();
    var mail = stepwise.mails("gone@erased.example").getFirst();
    RUNNING.prospect("gone@erased.example").answer(mail).text("My secret is 4711.").send();
    stepwise.settle();
    assertThat(RUNNING.keptMails()).anyMatch(kept -> kept.contains("My secret is 4711."));

    stepwise.admin.send("DELETE", "/contacts/gone@erased.example", "").is(204);
    RUNNING.prospect("gone@erased.example").answer(mail).text("My secret is 4712.").send();
    stepwise.settle();

    assertThat(RUNNING.keptMails()).noneMatch(kept -> kept.contains("My secret is 471"));
  }

  private static String reason(String id) {
    return RUNNING.stepwise().enrollment(id).text("reason");
  }
}
