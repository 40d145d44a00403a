package dev.stepwise.forward;

import static dev.stepwise.forward.Answers.NOON;
import static dev.stepwise.forward.Answers.REPORT;
import static dev.stepwise.forward.Answers.TOKENS;
import static dev.stepwise.forward.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.Bytes;
import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Part;
import dev.stepwise.mail.AttachmentName;
import dev.stepwise.mime.MimeReader;
import java.util.Base64;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is too large to forward is kept and linked. */
class LimitTest {
  private static final Pattern LINK =
      Pattern.compile("https://api.example.com/attachments/(a\\w+)/(\\w+)/(\\d+)");

  @Test
  void twelve_megabytes_are_linked_and_a_small_file_after_them_still_goes() {
    byte[] large = random(12_000_000);
    Arrival arrival = answer(mixed(file("large.bin", large), file("small.bin", random(1000))));

    Forwarding.Composed composed = Answers.composed(arrival);

    Mail mail = MimeReader.read(composed.letter().message());
    assertThat(composed.apart())
        .containsExactly(new Attachment(1, "large.bin", "application/x-large", Bytes.of(large)));
    assertThat(mail.parts())
        .extracting(part -> part.type().type())
        .containsExactly("text/plain", "application/x-small");
    assertThat(text(mail))
        .contains("Too large to forward: large.bin (12.0 MB), https://api.example.com/")
        .endsWith("See attached.");
  }

  @Test
  void the_link_is_good_for_that_attachment_only() {
    Arrival arrival = answer(mixed(file("large.bin", random(2000))));

    Forwarding.Composed composed = Answers.forwarding(1000).answer(arrival, REPORT, NOON);

    Matcher link = LINK.matcher(text(MimeReader.read(composed.letter().message())));
    assertThat(link.find()).isTrue();
    String token = Objects.requireNonNull(link.group(1));
    assertThat(link.group(2) + "/" + link.group(3)).isEqualTo("mail1/1");
    assertThat(TOKENS.allow(token, new AttachmentName("mail1", 1), NOON)).isTrue();
    assertThat(TOKENS.allow(token, new AttachmentName("mail1", 2), NOON)).isFalse();
    assertThat(TOKENS.allow(token, new AttachmentName("mail2", 1), NOON)).isFalse();
  }

  @Test
  void the_link_can_be_followed_in_html_too() {
    String html =
        mixed(file("large.bin", random(2000)))
            .replace("--b\n\nSee", "--b\nContent-Type: text/html\n\nSee");

    Forwarding.Composed composed = Answers.forwarding(1000).answer(answer(html), REPORT, NOON);

    assertThat(MimeReader.read(composed.letter().message()).texts("text/html").findFirst())
        .hasValueSatisfying(part ->
            assertThat(part.text()).containsPattern("<a href=\"(" + LINK + ")\">\\1</a></div>"));
  }

  @Test
  void a_mail_of_one_large_file_becomes_a_note() {
    Arrival arrival = answer(file("large.bin", random(2000)));

    Forwarding.Composed composed = Answers.forwarding(1000).answer(arrival, REPORT, NOON);

    Mail mail = MimeReader.read(composed.letter().message());
    assertThat(composed.apart()).hasSize(1);
    assertThat(mail.parts()).hasSize(1);
    assertThat(text(mail)).contains("Too large to forward: large.bin");
  }

  @Test
  void a_signed_mail_that_is_too_large_is_linked_whole() {
    Arrival arrival =
        answer(mixed(file("x.bin", random(2000))).replace("multipart/mixed", "multipart/signed"));

    Forwarding.Composed composed = Answers.forwarding(1000).answer(arrival, REPORT, NOON);

    assertThat(composed.apart())
        .containsExactly(new Attachment(0, "mail.eml", "application/octet-stream", arrival.raw()));
    assertThat(text(MimeReader.read(composed.letter().message())))
        .contains("Too large to forward: mail.eml")
        .endsWith("Yes, let us talk.");
  }

  @Test
  void file_names_are_made_safe() {
    assertThat(Words.fileName("../../etc/passwd")).isEqualTo("_.._etc_passwd");
    assertThat(Words.fileName("a\r\nSet-Cookie: b\"c")).isEqualTo("a Set-Cookie_ b_c");
    assertThat(Words.fileName("invoice\u202Efdp.exe")).isEqualTo("invoice fdp.exe");
    assertThat(Words.fileName(" \u0000")).isEqualTo("attachment");
  }

  private static String mixed(String... files) {
    return "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee attached.\n--b\n"
        + String.join("\n--b\n", files)
        + "\n--b--\n";
  }

  private static String file(String name, byte[] content) {
    return "Content-Type: application/x-"
        + name.substring(0, name.indexOf('.'))
        + "\nContent-Disposition: attachment; filename="
        + name
        + "\nContent-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(content);
  }

  /** The same bytes each time. */
  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static String text(Mail mail) {
    return mail.texts("text/plain").map(Part.Text::text).findFirst().orElseThrow();
  }
}
