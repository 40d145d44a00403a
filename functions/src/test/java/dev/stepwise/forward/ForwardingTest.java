package dev.stepwise.forward;

import static dev.stepwise.forward.Answers.NOTE;
import static dev.stepwise.forward.Answers.answer;
import static dev.stepwise.forward.Answers.forwarded;
import static dev.stepwise.forward.Answers.wire;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Part;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies and attachments arrive as they came, with one line on top. */
class ForwardingTest {
  private static final String PDF =
      """
      Content-Type: application/pdf; name="offer.pdf"
      Content-Disposition: attachment; filename="offer.pdf"
      Content-Transfer-Encoding: base64

      JVBERi0xLjQKJeLjz9MK
      """;

  @Test
  void a_plain_answer_gets_a_line_on_top() {
    Mail mail = forwarded(answer("\nYes, let us talk.\n"));

    assertThat(mail.texts("text/plain").map(Part.Text::text))
        .containsExactly(NOTE + "\r\n\r\nYes, let us talk.\r\n");
    assertThat(mail.parts()).hasSize(1);
  }

  @Test
  void text_keeps_its_character_set_byte_for_byte() {
    String german = "Content-Type: text/plain; charset=iso-8859-1\n\nGrüße\n";

    Mail mail = forwarded(answer(german));

    assertThat(mail.type().parameter("charset")).contains("iso-8859-1");
    assertThat(text(mail, "text/plain")).isEqualTo(NOTE + "\r\n\r\nGrüße\r\n");
    assertThat(wire(answer(german))).contains("Gr=FC=DFe").matches("\\p{ASCII}*");
  }

  @Test
  void both_alternatives_get_the_line() {
    Mail mail = forwarded(answer(alternative()));

    assertThat(mail.type().is("multipart/alternative")).isTrue();
    assertThat(text(mail, "text/plain")).isEqualTo(NOTE + "\r\n\r\nYes.");
    assertThat(text(mail, "text/html"))
        .startsWith("<html><body lang=\"en\"><div style=")
        .contains(NOTE)
        .endsWith("</div>\r\n<p>Yes.</p></body></html>");
  }

  @Test
  void an_attachment_stays_as_it_came() {
    Mail mail =
        forwarded(
            answer(
                "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
                    + alternative().replace("=a", "=c").replace("--a", "--c")
                    + "\n--b\n"
                    + PDF
                    + "--b--\n"));

    Part.Data pdf = (Part.Data) mail.part("application/pdf").orElseThrow();
    assertThat(pdf.isAttachment()).isTrue();
    assertThat(pdf.fileName()).contains("offer.pdf");
    assertThat(pdf.bytes().toArray()).isEqualTo(Base64.getDecoder().decode("JVBERi0xLjQKJeLjz9MK"));
    assertThat(text(mail, "text/html")).contains(NOTE);
  }

  @Test
  void an_image_stays_within_its_text() {
    String wire =
        wire(
            answer(
                """
                Content-Type: multipart/related; boundary=b; type="text/html"; start="<h@x>"

                --b
                Content-Type: text/html; charset=utf-8
                Content-ID: <h@x>

                <p>See <img src="cid:logo@x"></p>
                --b
                Content-Type: image/png
                Content-ID: <logo@x>
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --b--
                """));

    assertThat(wire).contains("type=\"text/html\"", "start=\"<h@x>\"", "Content-ID: <logo@x>");
    assertThat(wire).contains("iVBORw0KGgo=", NOTE);
  }

  @Test
  void a_mail_of_an_attachment_alone_gets_a_text() {
    Mail mail = forwarded(answer(PDF));

    assertThat(mail.type().is("multipart/mixed")).isTrue();
    assertThat(mail.parts())
        .extracting(part -> part.type().type())
        .containsExactly("text/plain", "application/pdf");
    assertThat(text(mail, "text/plain")).startsWith(NOTE);
  }

  @Test
  void a_calendar_answer_stays_one() {
    String calendar =
        "--a\nContent-Type: text/calendar; method=REPLY; charset=utf-8\n\nBEGIN:VCALENDAR\n--a--";

    Mail mail = forwarded(answer(alternative().replace("--a--", calendar)));

    assertThat(text(mail, "text/calendar")).isEqualTo("BEGIN:VCALENDAR");
    assertThat(mail.part("text/calendar").orElseThrow().type().parameter("method"))
        .contains("REPLY");
  }

  @Test
  void a_mail_in_the_mail_stays_whole() {
    String inner = "From: boss@prospect.example\nSubject: Inner\n\n--b is no end  \n";

    Mail mail =
        forwarded(
            answer(
                "Content-Type: multipart/mixed; boundary=xyz\n\n--xyz\n\nSee below.\n--xyz\n"
                    + "Content-Type: message/rfc822\n\n"
                    + inner
                    + "\n--xyz--\n"));

    Part.Enclosed enclosed = (Part.Enclosed) mail.part("message/rfc822").orElseThrow();
    assertThat(enclosed.mail().subject()).isEqualTo("Inner");
    assertThat(text(mail, "text/plain")).isEqualTo(NOTE + "\r\n\r\nSee below.");
  }

  @Test
  void a_signed_mail_is_attached_whole() {
    Arrival signed =
        answer(
            """
            Content-Type: multipart/signed; boundary=b; protocol="application/pgp-signature"

            --b
            Content-Type: text/plain

            Signed words
            --b
            Content-Type: application/pgp-signature

            -----BEGIN PGP SIGNATURE-----
            --b--
            """);

    Mail mail = forwarded(signed);

    assertThat(wire(signed)).contains(Answers.text(signed.raw()));
    assertThat(mail.parts())
        .extracting(part -> part.type().type())
        .containsExactly("text/plain", "message/rfc822");
    assertThat(text(mail, "text/plain")).isEqualTo(NOTE + "\r\n\r\nYes, let us talk.");
  }

  @Test
  void a_mail_that_makes_no_sense_is_attached_whole() {
    Arrival broken = answer("Content-Type: multipart/mixed\n\n--b\n\nWhere do parts begin?\n");

    assertThat(wire(broken)).contains(Answers.text(broken.raw()));
  }

  @Test
  void a_whole_mail_that_does_not_travel_becomes_a_file() {
    Arrival broken = answer("Content-Type: multipart/mixed\n\nGrüße\n");

    Mail mail = forwarded(broken);

    Part.Data file = (Part.Data) mail.part("application/octet-stream").orElseThrow();
    assertThat(file.bytes()).isEqualTo(broken.raw());
  }

  @Test
  void a_body_in_a_wide_character_set_gets_a_text_before_it() {
    String wide =
        Base64.getEncoder().encodeToString("Ja".getBytes(java.nio.charset.StandardCharsets.UTF_16));

    Mail mail =
        forwarded(
            answer(
                "Content-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64\n\n"
                    + wide));

    assertThat(mail.texts("text/plain").map(Part.Text::text))
        .containsExactly(NOTE + "\r\n\r\n", "Ja");
  }

  @Test
  void names_of_files_survive_in_every_writing() {
    String name =
        new String("Übersicht.pdf".getBytes(UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1);
    List<String> writings =
        List.of(
            "filename*=utf-8''%C3%9Cbersicht.pdf",
            "filename=\"=?utf-8?Q?=C3=9Cbersicht.pdf?=\"", "filename=\"" + name + "\"");

    for (String writing : writings) {
      Arrival answer =
          answer(PDF.replaceAll("; name=.*", "").replace("filename=\"offer.pdf\"", writing));
      Forwarding.Composed composed =
          Answers.forwarding(1).answer(answer, Answers.REPORT, Answers.NOON);

      assertThat(composed.apart())
          .extracting(Attachment::fileName)
          .containsExactly("Übersicht.pdf");
      assertThat(wire(answer)).matches("\\p{ASCII}*").containsPattern("(?i)bersicht.pdf");
    }
  }

  private static String alternative() {
    return """
    Content-Type: multipart/alternative; boundary=a

    --a
    Content-Type: text/plain; charset=utf-8

    Yes.
    --a
    Content-Type: text/html; charset=utf-8
    Content-Transfer-Encoding: base64

    %s
    --a--
    """
        .formatted(
            Base64.getEncoder()
                .encodeToString(
                    "<html><body lang=\"en\"><p>Yes.</p></body></html>".getBytes(UTF_8)));
  }

  private static String text(Mail mail, String type) {
    return mail.texts(type).findFirst().orElseThrow().text();
  }
}
