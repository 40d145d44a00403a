package dev.stepwise.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.Bytes;
import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Part;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MimeReaderTest {
  @Test
  void a_plain_mail_is_its_header_and_its_text() {
    Mail mail = read("From: Ada <ada@example.com>\nSubject: Re:\n Hello\n\nYes, please.\n");

    assertThat(mail.subject()).isEqualTo("Re: Hello");
    assertThat(mail.headers().fields())
        .contains(new Headers.Field("From", "Ada <ada@example.com>"));
    assertThat(texts(mail)).containsExactly("Yes, please.\n");
    assertThat(mail.cut()).isEmpty();
  }

  @Test
  void leaves_are_in_order_and_multiparts_left_out() {
    Mail mail =
        read(
            """
            Content-Type: multipart/mixed; boundary="out"

            --out
            Content-Type: multipart/alternative; boundary=in

            --in

            plain
            --in
            Content-Type: text/html

            <p>html
            --in--
            --out
            Content-Type: application/pdf
            Content-Disposition: attachment; filename=offer.pdf

            %PDF
            --out--
            """);

    assertThat(mail.type().type()).isEqualTo("multipart/mixed");
    assertThat(mail.parts().stream().map(part -> part.type().type()))
        .containsExactly("text/plain", "text/html", "application/pdf");
    assertThat(mail.parts().getLast().isAttachment()).isTrue();
    assertThat(mail.parts().getLast().fileName()).contains("offer.pdf");
  }

  @Test
  void reports_parts_are_text_and_the_mail_that_they_are_about_is_enclosed() {
    Mail mail =
        read(
            """
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b

            Sorry.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.com

            Action: failed
            --b
            Content-Type: message/rfc822

            Message-ID: <1@example.com>
            Subject: Hello

            Body
            --b--
            """);

    assertThat(mail.texts("message/delivery-status").findFirst().orElseThrow().text())
        .contains("\n\nAction: failed");
    Part.Enclosed about = (Part.Enclosed) mail.part("message/rfc822").orElseThrow();
    assertThat(about.mail().subject()).isEqualTo("Hello");
    assertThat(texts(about.mail())).containsExactly("Body");
  }

  @Test
  void an_enclosed_mail_may_be_base64() {
    String inner = Base64.getEncoder().encodeToString("\r\nSubject: in\r\n\r\nx".getBytes(UTF_8));
    Mail mail = read("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + inner);

    assertThat(((Part.Enclosed) mail.parts().getFirst()).mail().subject()).isEqualTo("in");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=?utf-8?Q?Gr=C3=BC=C3=9Fe?=                          | Grüße",
        "=?UTF-8?B?R3LDvMOfZQ==?=                             | Grüße",
        "=?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=                       | Grüße",
        "=?iso-8859-1?Q?Gr=FC=DFe?= an alle                   | Grüße an alle",
        "=?utf-8?Q?Gr=C3?= =?utf-8?Q?=BC=C3=9Fe?=             | Grüße",
        "=?utf-8?Q?Re:_How are you=3F?=                       | Re: How are you?",
        "=?utf-8?B?R3LDvMOfZQ?=                               | Grüße",
        "=?no-such-set?Q?Hello?=                              | Hello",
        "=?us-ascii?Q?Gr=C3=BC=C3=9Fe?=                       | Grüße",
        "=?utf-8?Q?never ends                                 | =?utf-8?Q?never ends",
        "=?utf-8?X?odd?=                                      | =?utf-8?X?odd?=",
        "a =?utf-8?Q?line=0D=0ABcc:_x@example.com?=           | a line  Bcc: x@example.com"
      })
  void encoded_words_are_decoded_as_well_as_they_can_be(String written, String read) {
    assertThat(read("Subject: " + written + "\n\n").subject()).isEqualTo(read);
  }

  @Test
  void a_decoded_name_cannot_pose_as_an_address() {
    Mail mail = read("From: =?utf-8?Q?=3Cboss=40example.com=3E,?= <stranger@example.net>\n\n");

    assertThat(Addresses.of(mail.headers().first("From").orElseThrow()))
        .extracting(Object::toString)
        .containsExactly("stranger@example.net");
  }

  @Test
  void headers_with_bytes_above_127_are_utf_8_or_else_western() {
    assertThat(read("Subject: Grüße\n\n".getBytes(UTF_8)).subject()).isEqualTo("Grüße");
    assertThat(read("Subject: Grüße\n\n".getBytes(ISO_8859_1)).subject()).isEqualTo("Grüße");
  }

  @ParameterizedTest
  @CsvSource({
    "utf-8,          UTF-8,        Grüße",
    "utf-8,          windows-1252, Grüße",
    "iso-8859-1,     UTF-8,        Grüße",
    "iso-8859-1,     windows-1252, 5 € – Grüße",
    "no-such-set,    UTF-8,        Grüße",
    "us-ascii,       windows-1252, Grüße",
    "utf-16,         UTF-8,        Hello",
    "utf-16,         UTF-16,       Hello",
    "ks_c_5601-1987, x-windows-949, 안녕하세요",
    "shift_jis,      windows-31j,  受信者不明",
    "gb2312,         GB18030,      邮箱已满",
    "us-ascii,       ISO-2022-JP,  受信者不明",
    "koi8-r,         KOI8-R,       Здравствуйте"
  })
  void a_text_is_read_in_the_set_that_it_is_in(String said, String meant, String text) {
    byte[] header = ("Content-Type: text/plain; charset=" + said + "\n\n").getBytes(ISO_8859_1);
    byte[] body = text.getBytes(Charset.forName(meant));
    byte[] mail = new byte[header.length + body.length];
    System.arraycopy(header, 0, mail, 0, header.length);
    System.arraycopy(body, 0, mail, header.length, body.length);

    assertThat(texts(read(mail)).getFirst()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain; name=\"a b.txt\"                          | a b.txt",
        "text/plain; name*=utf-8''Gr%C3%BC%C3%9Fe.txt          | Grüße.txt",
        "text/plain; name*0=\"long-\"; name*1=\"name.txt\"     | long-name.txt",
        "TEXT/PLAIN; Name=a.txt; charset=                      | a.txt",
        "text/plain (why not); name=a.txt (a comment)          | a.txt",
        "text; name=a.txt                                      | a.txt"
      })
  void parameters_are_read_in_all_their_forms(String type, String name) {
    Part part = read("Content-Type: " + type + "\n\nx").parts().getFirst();

    assertThat(part.type().type()).isEqualTo("text/plain");
    assertThat(part.fileName()).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Type: multipart/mixed",
        "Content-Type: multipart/mixed; boundary=never",
        "Content-Type: multipart/mixed; boundary=\"\"",
        "Content-Type: nonsense",
        "Content-Transfer-Encoding: none-such",
        "A line that is no field",
        "From robot Mon Jan  1 00:00:00 2026"
      })
  void what_somebody_wrote_is_found_behind_a_broken_header(String field) {
    assertThat(texts(read(field + "\nSubject: x\n\nStop writing to me.")))
        .containsExactly("Stop writing to me.");
  }

  @Test
  void a_multipart_that_is_cut_off_keeps_what_came() {
    Mail mail = read("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--b\nContent-T");

    assertThat(texts(mail)).startsWith("Hello");
  }

  @Test
  void nothing_at_all_is_an_empty_mail() {
    Mail mail = read("");

    assertThat(mail.headers().fields()).isEmpty();
    assertThat(mail.subject()).isEmpty();
  }

  private static List<String> texts(Mail mail) {
    return mail.texts("text/plain").map(Part.Text::text).toList();
  }

  private static Mail read(String mail) {
    return read(mail.getBytes(UTF_8));
  }

  private static Mail read(byte[] mail) {
    return MimeReader.read(Bytes.of(mail));
  }
}
