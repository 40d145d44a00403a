package dev.stepwise.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.Bytes;
import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Mail.Bound;
import dev.stepwise.inbound.Part;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that somebody made to cost time or memory, or to be read as what they are not. */
class HostileMailTest {
  private static final int MEGABYTE = 1024 * 1024;

  @Test
  void multiparts_in_multiparts_end_at_a_depth() {
    StringBuilder mail = new StringBuilder("Subject: deep\r\n");
    for (int i = 0; i < 10_000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n".formatted(i, i));
    }

    Mail read = quickly(mail.toString());

    assertThat(read.cut()).contains(Bound.DEPTH);
    assertThat(read.subject()).isEqualTo("deep");
  }

  @Test
  void mails_in_mails_end_at_a_depth() {
    String mail = "Subject: deep\r\nContent-Type: message/rfc822\r\n\r\n".repeat(50_000);

    Mail read = quickly(mail);

    assertThat(read.cut()).contains(Bound.DEPTH);
  }

  @Test
  void of_a_hundred_thousand_parts_a_thousand_are_read() {
    String mail = multipart("--b\r\n\r\nx\r\n".repeat(100_000));

    Mail read = quickly(mail);

    assertThat(read.cut()).containsExactly(Bound.PARTS);
    assertThat(read.parts()).hasSize(MimeReader.PARTS - 1);
  }

  @Test
  void a_mail_beyond_what_ses_takes_is_cut() {
    String mail = "Subject: large\r\n\r\n" + "0123456789abcde\n".repeat(3 * MEGABYTE);

    Mail read = quickly(mail);

    assertThat(read.cut()).containsExactlyInAnyOrder(Bound.SIZE, Bound.TEXT);
    assertThat(text(read)).hasSize(MimeReader.TEXT);
  }

  @Test
  void a_header_field_of_thirty_megabytes_is_cut_and_the_mail_still_read() {
    String mail = "Subject: " + "x".repeat(30 * MEGABYTE) + "\r\nFrom: a@example.com\r\n\r\nHello";

    Mail read = quickly(mail);

    assertThat(read.cut()).containsExactly(Bound.HEADER);
    assertThat(read.subject().length()).isBetween(1_000, MimeReader.HEADER);
    assertThat(text(read)).isEqualTo("Hello");
  }

  @Test
  void a_million_header_fields_are_cut_and_the_mail_still_read() {
    String mail = "Subject: first\r\n" + "X-A: 1\r\n".repeat(1_000_000) + "\r\nHello";

    Mail read = quickly(mail);

    assertThat(read.cut()).containsExactly(Bound.HEADER);
    assertThat(read.subject()).isEqualTo("first");
    assertThat(text(read)).isEqualTo("Hello");
  }

  @Test
  void each_part_has_its_own_share_of_header() {
    String fields = "X-A: 12345678901234567890\r\n".repeat(8_000);
    String mail = multipart(("--b\r\n" + fields + "\r\nHello\r\n").repeat(3) + "--b--");

    assertThat(quickly(mail).cut()).isEmpty();
  }

  @Test
  void base64_of_thirty_megabytes_is_data() {
    String body = Base64.getMimeEncoder().encodeToString(new byte[20 * MEGABYTE]);
    String mail =
        "Content-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n" + body;

    Mail read = quickly(mail);

    assertThat(((Part.Data) read.parts().getFirst()).bytes().size()).isEqualTo(20 * MEGABYTE);
  }

  @Test
  void base64_on_one_line_keeps_every_byte() {
    byte[] bytes = new byte[MEGABYTE];
    new Random(1).nextBytes(bytes);
    String mail =
        "Content-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Base64.getEncoder().encodeToString(bytes);

    Mail read = quickly(mail);

    assertThat(((Part.Data) read.parts().getFirst()).bytes()).isEqualTo(Bytes.of(bytes));
  }

  @Test
  void encodings_in_encodings_are_taken_off_one_by_one_and_no_further_than_the_depth() {
    String mail = "Subject: inmost\r\n\r\nHello";
    for (int i = 0; i < 30; i++) {
      mail =
          "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
              + Base64.getMimeEncoder().encodeToString(mail.getBytes(ISO_8859_1));
    }

    assertThat(quickly(mail).cut()).containsExactly(Bound.DEPTH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=?",
        "=?utf-8?Q?",
        "=?utf-8?Q?a?= ",
        "=?a?q?=?=",
        "(",
        "((((\\",
        "\"",
        "<",
        "<a@",
        "@,",
        "a:",
        ";=",
        "; a*0*=",
        "\\",
        "a@b ",
        "\u0000",
        "=?utf-8?B?????="
      })
  void what_is_said_again_and_again_in_a_header_costs_no_more_than_its_length(String piece) {
    String value = piece.repeat(200_000 / piece.length());
    String mail =
        "From: %s\r\nContent-Type: text/plain; charset=%s\r\n\r\nHello".formatted(value, value)
            + "References: %s\r\n\r\n".formatted(value);

    Mail read = quickly(mail);

    String from = read.headers().first("From").orElse("");
    assertThat(Effort.of(() -> Addresses.of(from)).millis()).isLessThan(1_000);
    assertThat(Effort.of(() -> MessageIds.of(from)).millis()).isLessThan(1_000);
  }

  @Test
  void a_boundary_that_is_almost_everywhere_costs_no_more_than_a_second() {
    String dashes = "-".repeat(70);
    String mail =
        "Content-Type: multipart/mixed; boundary=\""
            + dashes
            + "x\"\r\n\r\n"
            + (dashes + "-".repeat(30) + "\n").repeat(200_000);

    quickly(mail);
  }

  @Test
  void noise_is_read_as_something() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] noise = new byte[2_000];
      random.nextBytes(noise);
      String mail = multipart("--b\r\n" + new String(noise, ISO_8859_1) + "\r\n--b--");

      assertThat(quickly(new String(noise, ISO_8859_1))).isNotNull();
      assertThat(quickly(mail).subject()).isEqualTo("parts");
    }
  }

  @Test
  void a_mail_with_any_line_dropped_or_doubled_is_still_read() {
    String[] lines = multipart("--b\r\nA: b\r\n\r\nHello\r\n--b\r\n\r\nYou\r\n--b--").split("\r\n");
    for (int i = 0; i < lines.length; i++) {
      String[] changed = lines.clone();
      changed[i] = i % 2 == 0 ? "" : changed[i] + "\r\n" + changed[i];

      assertThat(quickly(String.join("\r\n", changed))).isNotNull();
    }
  }

  private static String multipart(String body) {
    return "Subject: parts\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + body;
  }

  private static String text(Mail mail) {
    return ((Part.Text) mail.parts().getFirst()).text();
  }

  /** Read in less than a second of processor time; memory is bounded by a few times the size. */
  private static Mail quickly(String mail) {
    Bytes bytes = Bytes.of(mail.getBytes(ISO_8859_1));
    Effort<Mail> effort = Effort.of(() -> MimeReader.read(bytes));
    assertThat(effort.millis()).isLessThan(1_500);
    assertThat(effort.megabytes()).isLessThan(128 + 4L * bytes.size() / MEGABYTE);
    return effort.result();
  }
}
