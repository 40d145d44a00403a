package dev.stepwise.forward;

import static dev.stepwise.forward.Answers.answer;
import static dev.stepwise.forward.Answers.arrival;
import static dev.stepwise.forward.Answers.forwarded;
import static dev.stepwise.forward.Answers.wire;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.Mail;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The header of a forwarded mail: who it seems to be from, where answers go, and no loops. */
class EnvelopeTest {
  @Test
  void it_comes_from_the_rep_and_answers_go_to_the_prospect() {
    Headers headers = forwarded(answer("\nYes.\n")).headers();

    assertThat(headers.fields())
        .extracting(field -> field.name() + ": " + field.value())
        .containsExactly(
            "From: Ada Lovelace via Stepwise <rep@example.com>",
            "To: rep@example.com",
            "Subject: Re: Hello",
            "Date: Tue, 24 Nov 2026 12:00:00 +0000",
            "In-Reply-To: <second@email.amazonses.com>",
            "References: <first@email.amazonses.com> <second@email.amazonses.com>"
                + " <answer@prospect.example>",
            "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: All",
            "X-Stepwise-Forward: mail1",
            "MIME-Version: 1.0",
            "Reply-To: ada@prospect.example",
            "Content-Transfer-Encoding: quoted-printable");
  }

  @ParameterizedTest
  @CsvSource({
    "'Reply-To: <sales@prospect.example>', sales@prospect.example",
    "'Reply-To: nonsense', ada@prospect.example",
    "'X-Other: 1', ada@prospect.example"
  })
  void answers_go_where_the_prospect_wants_them(String field, String expected) {
    Mail mail = forwarded(arrival("From: <ada@prospect.example>\n" + field + "\n\nYes.\n"));

    assertThat(mail.headers().all("Reply-To")).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          =?utf-8?Q?M=C3=BCller=2C_Jan?= <jan@x.example>          | Müller, Jan via Stepwise
          "Doe, Jane" <jane@x.example>                            | Doe, Jane via Stepwise
          jane@x.example                                          | jane@x.example via Stepwise
          =?utf-8?B?5bGx55Sw5aSq6YOO?= <y@x.example>              | 山田太郎 via Stepwise
          =?utf-8?Q?a=0D=0ABcc:_all@x.example?= <y@x.example>     | a Bcc: all@x.example via Stepwise
          ""                                                      | Somebody via Stepwise
          """)
  void the_name_is_the_prospects(String from, String expected) {
    Arrival arrival = arrival("From: " + from + "\nSubject: Hi\n\nYes.\n");

    Mail mail = forwarded(arrival);

    assertThat(mail.headers().all("From")).hasSize(1);
    assertThat(mail.headers().first("From").orElseThrow().replace("\"", ""))
        .isEqualTo(expected + " <rep@example.com>");
    assertThat(mail.headers().has("Bcc")).isFalse();
    assertThat(wire(arrival)).matches("\\p{ASCII}*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=?utf-8?Q?a=0D=0ABcc:_all@x.example=0D=0A=0D=0Abody?=",
        "=?utf-8?Q?a=E2=80=A8Bcc:_all@x.example?=",
        "=?utf-8?Q?a=0ABcc:_all@x.example?=",
        "a\n Bcc: all@x.example"
      })
  void a_subject_starts_no_field_of_its_own(String subject) {
    Mail mail = forwarded(arrival("From: <a@x.example>\nSubject: " + subject + "\n\nYes.\n"));

    assertThat(mail.subject()).startsWith("a Bcc: all@x.example");
    assertThat(mail.headers().has("Bcc")).isFalse();
    assertThat(mail.parts()).hasSize(1);
  }

  @Test
  void ids_that_would_break_the_header_are_left_out_and_long_threads_cut() {
    String ids =
        IntStream.range(0, 60)
            .mapToObj(i -> "<" + i + "@x.example>")
            .collect(Collectors.joining(" "));

    Mail mail =
        forwarded(
            arrival(
                "From: <a@x.example>\nMessage-ID: <=?utf-8?Q?x=0D=0ABcc:y?=@x.example>\n"
                    + "References: "
                    + ids
                    + "\n\nYes.\n"));

    String references = mail.headers().first("References").orElseThrow();
    assertThat(references).startsWith("<0@x.example>").contains("<59@x.example>");
    assertThat(references.split(" ")).hasSizeLessThanOrEqualTo(20);
    assertThat(mail.headers().has("Bcc")).isFalse();
  }
}
