package dev.stepwise.forward;

import static dev.stepwise.forward.Answers.NOON;
import static dev.stepwise.forward.Answers.REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.Bytes;
import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Part;
import dev.stepwise.inbound.Verdicts;
import dev.stepwise.inbound.Verdicts.Verdict;
import dev.stepwise.mime.MimeReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rep gets instead of a mail that must not be passed on. */
class NoticeTest {
  private static final String MAIL =
      """
      From: Ada <ada@prospect.example>
      Subject: Pay now at https://evil.example/pay
      Message-ID: <m@prospect.example>
      Content-Type: text/html

      <a href="https://evil.example/pay">here</a>
      """;

  @ParameterizedTest
  @CsvSource({
    "PASS,PASS,PASS,",
    "GRAY,GRAY,GRAY,",
    "PROCESSING_FAILED,PROCESSING_FAILED,PASS,",
    "PASS,PASS,FAIL,VIRUS",
    "FAIL,FAIL,FAIL,VIRUS",
    "PASS,PASS,PROCESSING_FAILED,VIRUS",
    "FAIL,PASS,PASS,FORGED",
    "FAIL,FAIL,PASS,FORGED",
    "PASS,FAIL,PASS,SPAM",
  })
  void verdicts_call_for_a_notice(Verdict dmarc, Verdict spam, Verdict virus, Notice expected) {
    Verdicts verdicts = new Verdicts(Verdict.PASS, Verdict.PASS, dmarc, spam, virus);

    assertThat(Notice.of(verdicts)).isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void nothing_of_a_virus_is_shown() {
    Mail mail = notice(Notice.VIRUS, "Click https://evil.example");

    assertThat(text(mail))
        .contains("A mail came from Ada (ada@prospect[.]example).")
        .contains("Subject: Pay now at hxxps://evil[.]example/pay")
        .doesNotContain("Click", "here", "https://");
    assertThat(mail.parts()).hasSize(1);
    assertThat(mail.headers().first("From")).contains("Stepwise <rep@example.com>");
    assertThat(mail.headers().has("Reply-To")).isFalse();
    assertThat(mail.headers().first("X-Stepwise-Forward")).contains("mail1");
    assertThat(mail.headers().first("References")).contains("<m@prospect.example>");
  }

  @ParameterizedTest
  @CsvSource({"SPAM", "FORGED", "UNSENDABLE"})
  void only_the_text_of_a_doubtful_mail_is_shown_and_no_link_works(Notice notice) {
    Mail mail = notice(notice, "Go to HTTP://evil.example/x\nor www.evil.example, evil。example");

    assertThat(text(mail))
        .contains("> Go to hxxP://evil[.]example/x\r\n> or www[.]evil[.]example, evil[.]example")
        .doesNotContain("<a");
    assertThat(mail.type().is("text/plain")).isTrue();
    assertThat(mail.headers().has("Reply-To")).isFalse();
  }

  private static Mail notice(Notice notice, String typed) {
    Bytes raw = Bytes.of(MAIL.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    Arrival clean = Answers.arrival(raw, Answers.CLEAN);
    Arrival arrival = new Arrival(clean.receipt(), raw, clean.mail(), typed);
    RawLetter letter =
        Answers.forwarding(Forwarding.USUAL_LIMIT).notice(notice, arrival, REPORT, NOON);
    return MimeReader.read(letter.message());
  }

  private static String text(Mail mail) {
    return mail.texts("text/plain").map(Part.Text::text).findFirst().orElseThrow();
  }
}
