package dev.stepwise.judgement;

import static dev.stepwise.judgement.MailFixture.answer;
import static dev.stepwise.judgement.MailFixture.automatic;
import static dev.stepwise.judgement.MailFixture.mail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.judgement.Judgement.Bounce;
import dev.stepwise.judgement.Judgement.Human;
import dev.stepwise.judgement.Judgement.Loop;
import dev.stepwise.judgement.Judgement.OutOfOffice;
import dev.stepwise.judgement.Judgement.Unclear;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of the rules, and what no rule knows. */
class JudgeTest {
  private static final int LONG = 200_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes.",
        "ok",
        "👍",
        "Let's talk on Tuesday.",
        "Wer sind Sie?",
        "Non merci",
        "好的，谢谢",
        "Please send me the offer and remove the second item from the list of prices."
      })
  void a_persons_answer_is_one(String text) {
    assertThat(answer(text).judged()).isInstanceOf(Human.class);
  }

  @Test
  void an_answer_without_words_is_a_persons() {
    assertThat(answer("").judged()).isInstanceOf(Human.class);
  }

  @Test
  void a_mail_with_nothing_in_it_is_unclear() {
    assertThat(mail("", "").body("\n").judged()).isInstanceOf(Unclear.class);
  }

  @Test
  void our_own_mail_that_comes_back_is_a_loop_whatever_it_says() {
    MailFixture own = automatic("Please unsubscribe me.").header(Loops.SENT + ": 1");

    assertThat(own.judged()).isInstanceOf(Loop.class);
  }

  @Test
  void a_bounce_that_calls_itself_automatic_is_a_bounce() {
    MailFixture bounce =
        automatic("")
            .nullSender()
            .from("MAILER-DAEMON@contact.example")
            .body(
                """
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                This is an automatically generated message. I am out of the office.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.contact.example

                Final-Recipient: rfc822; ada@contact.example
                Action: failed
                Status: 5.1.1
                --b--
                """);

    assertThat(bounce.judged()).isInstanceOf(Bounce.class);
  }

  @Test
  void the_evidence_names_the_header_and_the_words() {
    OutOfOffice away = (OutOfOffice) automatic("I am on annual leave.").judged();

    assertThat(away.evidence()).contains("auto-submitted: auto-replied").contains("annual leave");
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void hostile_texts_are_judged_within_a_second(String text) {
    String subject = "Out of office until 1/1/1/1 " + text.substring(0, 900);
    MailFixture answer = answer(text);
    MailFixture automatic = automatic(text).subject(subject);
    answer("Whatever is loaded once is loaded now.").judged();

    assertThat(timeOf(answer)).isLessThan(Duration.ofSeconds(1));
    assertThat(timeOf(automatic)).isLessThan(Duration.ofSeconds(1));
  }

  /** The processor's time, which a busy machine leaves alone. */
  private static Duration timeOf(MailFixture mail) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    mail.judged();
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
  }

  static Stream<String> hostileTexts() {
    return Stream.of(
            "remove me from ",
            "please remove remove remove me me me ",
            "until until 1 ",
            "1/1/",
            "20 nov ",
            "a",
            " ",
            "nicht ",
            "ne ne plus plus ",
            "don't ",
            "monday ",
            "请将我",
            "(((((",
            "x@")
        .map(part -> part.repeat(LONG / part.length()));
  }
}
