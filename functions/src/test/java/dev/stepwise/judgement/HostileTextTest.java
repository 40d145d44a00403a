package dev.stepwise.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.inbound.Mail;
import dev.stepwise.mime.Effort;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that would be costly to a rule that looks at each place anew. */
class HostileTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "user ",
        "is ",
        "mailbox exceeded ",
        "550 ",
        "550-5.1.1 ",
        "a@",
        "a@b.",
        "@",
        ".",
        "-",
        "(#5.",
        "Message-ID:",
        "\nMessage-ID: ",
        "\nTo:",
        "\nReceived: x",
        "\n> ",
        "\n",
        "\n x",
        "<style",
        "<",
        "\nFinal-Recipient: rfc822; a@b.example\nAction: failed\n\n",
        "https://a",
        "{\"a\":",
        "5.1.",
        "Feedback-Type: abuse\n",
        "\u3000",
        "konnte nicht "
      })
  void a_million_characters_of_the_same_cost_no_more_than_a_second(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    Mail plain = MachineMails.notice("failure notice", text);
    Mail html = MachineMails.mail("From: <>\nContent-Type: text/html\n\n" + text);
    Mail report = MachineMails.report(text);

    assertThat(millis(plain)).isLessThan(1_000);
    assertThat(millis(html)).isLessThan(1_000);
    assertThat(millis(report)).isLessThan(1_000);
  }

  private static long millis(Mail mail) {
    return Effort.<Optional<Judgement>>of(() ->
            Loops.find(mail)
                .or(() -> Complaints.find(mail))
                .or(() -> Receipts.find(mail))
                .or(() -> Bounces.find(mail)))
        .millis();
  }
}
