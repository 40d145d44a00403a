package dev.stepwise.visible;

import static dev.stepwise.visible.Replies.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.inbound.ContentType;
import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Part;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VisibleTextTest {
  static List<Arguments> plainReplies() {
    return Replies.in("plain.txt");
  }

  static List<Arguments> htmlReplies() {
    return Replies.in("html.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("plainReplies")
  void a_plain_reply_is_read(String name, String mail, String visible) {
    assertThat(spaced(VisibleText.ofText(mail))).as(name).isEqualTo(spaced(visible));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("plainReplies")
  void line_ends_of_the_network_change_nothing(String name, String mail, String visible) {
    String crlf = mail.replace("\n", "\r\n");

    assertThat(spaced(VisibleText.ofText(crlf))).as(name).isEqualTo(spaced(visible));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("htmlReplies")
  void an_html_reply_is_read(String name, String mail, String visible) {
    assertThat(spaced(VisibleText.ofHtml(mail))).as(name).isEqualTo(spaced(visible));
  }

  @Test
  void a_mail_is_read_from_its_plain_text() {
    Mail mail = mail(text("text/plain", "Yes.\n\n-- \nSam"), text("text/html", "<p>No.</p>"));

    assertThat(VisibleText.of(mail)).isEqualTo("Yes.");
  }

  @Test
  void a_mail_whose_plain_text_is_blank_is_read_from_its_html() {
    Mail mail = mail(text("text/plain", " \n"), text("text/html", "<p>No.</p>"));

    assertThat(VisibleText.of(mail)).isEqualTo("No.");
  }

  @Test
  void text_around_an_attachment_is_one_text() {
    Mail mail = mail(text("text/plain", "See the plan.\n"), text("text/plain", "Call me.\n"));

    assertThat(spaced(VisibleText.of(mail))).isEqualTo("See the plan. Call me.");
  }

  @Test
  void an_attached_file_is_not_read() {
    Headers attached =
        new Headers(List.of(new Headers.Field("Content-Disposition", "attachment; filename=a")));
    Mail mail = mail(new Part.Text(ContentType.PLAIN, attached, "stop"));

    assertThat(VisibleText.of(mail)).isEmpty();
  }

  @Test
  void what_others_wrote_is_never_taken_for_what_was_typed() {
    String quote = "> Write \"unsubscribe\" if you want no more mail.\n\nNo, do go on.\n";

    assertThat(VisibleText.of(mail(text("text/plain", quote)))).isEqualTo("No, do go on.");
  }

  @Test
  void nobody_typed_what_is_only_passed_on() {
    String passedOn =
        """
        -------- Forwarded Message --------
        From: Nora <nora@vendor.example>
        Date: Mon, 3 Mar 2025 09:12:04 +0100
        To: sam@prospect.example

        Hello Sam,
        """;

    assertThat(VisibleText.of(mail(text("text/plain", passedOn)))).isEmpty();
    assertThat(VisibleText.ofText(passedOn)).isEqualTo("Hello Sam,");
  }

  @Test
  void characters_that_html_uses_as_marks_are_no_marks_in_what_strangers_send() {
    assertThat(VisibleText.ofText("a\n\uE001b")).isEqualTo("a\nb");
    assertThat(spaced(VisibleText.ofHtml("a<br>&#xE001;b<br>c"))).isEqualTo("a b c");
  }

  private static Part text(String type, String text) {
    return new Part.Text(new ContentType(type, Map.of()), Headers.NONE, text);
  }

  private static Mail mail(Part... parts) {
    return new Mail(Headers.NONE, ContentType.PLAIN, Stream.of(parts).toList(), Set.of());
  }
}
