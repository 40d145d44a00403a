package dev.stepwise.judgement;

import static dev.stepwise.judgement.MailFixture.answer;
import static dev.stepwise.judgement.MailFixture.mail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.judgement.Judgement.Challenge;
import dev.stepwise.judgement.Judgement.Human;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Delivery-Agent: TMDA/1.1.12",
        "X-Mailinblack-Id: 1",
        "X-Boxbe-Notification: 1",
        "X-SpamArrest-Id: 1",
        "X-Mailer: Sendio"
      })
  void a_mark_of_such_a_service_is_enough(String header) {
    assertThat(mail("Hello", "Hello").header(header).judged()).isInstanceOf(Challenge.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your message is being held because your address is not yet verified.",
        "To release your message for delivery, reply to this message.",
        "Click the link below to verify that you are not a spammer.",
        "Please reply to this message so that I can confirm you are human and deliver it.",
        "Cliquez sur ce lien pour vous authentifier.",
        "Bitte klicken Sie auf den Link, damit Ihre Nachricht zugestellt wird: klicken Sie hier zum bestätigen."
      })
  void words_of_a_challenge_below_its_subject_are_one(String text) {
    assertThat(mail("Please confirm your message", text).judged()).isInstanceOf(Challenge.class);
    assertThat(mail("Hello", text).nullSender().judged()).isInstanceOf(Challenge.class);
  }

  @Test
  void a_service_is_known_by_its_address() {
    MailFixture boxbe =
        mail("Re: Quick question", "Click here to be added to Ada's Guest List.")
            .from("Boxbe <notifications@boxbe.com>");

    assertThat(boxbe.judged()).isInstanceOf(Challenge.class);
  }

  @Test
  void a_person_may_ask_for_a_confirmation() {
    assertThat(answer("Can you confirm your message about the price?").judged())
        .isInstanceOf(Human.class);
  }
}
