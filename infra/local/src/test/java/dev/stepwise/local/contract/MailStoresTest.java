package dev.stepwise.local.contract;

import static dev.stepwise.local.contract.LocalStore.BUCKET;
import static dev.stepwise.local.contract.LocalStore.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.Bytes;
import dev.stepwise.StepwiseException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.forward.Attachment;
import dev.stepwise.forward.AttachmentStore;
import dev.stepwise.forward.ForwardResult;
import dev.stepwise.forward.RawLetter;
import dev.stepwise.inbound.MailStore;
import dev.stepwise.mail.AttachmentName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Mails and attachments in S3, and whole messages through SES, by the functions' own clients. */
class MailStoresTest {
  private final LocalStore store = LocalStore.empty();
  private final MailStore mails = store.aws().mailStore();
  private final AttachmentStore attachments = store.aws().attachments();

  @Test
  void a_mail_is_fetched_as_ses_stored_it_until_it_is_deleted() {
    LOCAL.s3().put(BUCKET, "inbound/m1", "Subject: Grüße\n".getBytes(StandardCharsets.UTF_8));

    var fetched = mails.fetch("m1");
    mails.delete("m1");
    mails.delete("m1");

    assertThat(fetched).contains(bytes("Subject: Grüße\n"));
    assertThat(mails.fetch("m1")).isEmpty();
  }

  @Test
  void a_mail_above_forty_megabytes_is_not_read() {
    LOCAL.s3().put(BUCKET, "inbound/huge", new byte[40 * 1024 * 1024 + 1]);

    assertThatThrownBy(() -> mails.fetch("huge"))
        .isInstanceOf(StepwiseException.class)
        .hasMessageContaining("huge");
    mails.delete("huge");
  }

  @Test
  void a_link_gives_an_attachment_to_save() throws Exception {
    var name = new AttachmentName("m2", 3);
    var attachment = new Attachment(3, "Übersicht \"a\".html", "text/html", bytes("<script>"));
    attachments.put("m2", attachment);
    attachments.put("m2", attachment);

    var got = get(attachments.link(name).orElseThrow());

    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(got.body()).isEqualTo("<script>");
    assertThat(got.headers().firstValue("content-type")).contains("application/octet-stream");
    assertThat(got.headers().firstValue("content-disposition"))
        .contains(
            "attachment; filename=\"_bersicht _a_.html\";"
                + " filename*=UTF-8''%C3%9Cbersicht%20%22a%22.html");
  }

  @Test
  void deleting_takes_all_attachments_of_a_mail_and_no_others() {
    attachments.put("m3", new Attachment(1, "a", "x/y", bytes("1")));
    attachments.put("m3", new Attachment(2, "b", "x/y", bytes("2")));
    attachments.put("m33", new Attachment(1, "c", "x/y", bytes("3")));

    attachments.delete("m3");

    assertThat(attachments.link(new AttachmentName("m3", 1))).isEmpty();
    assertThat(attachments.link(new AttachmentName("m3", 2))).isEmpty();
    assertThat(attachments.link(new AttachmentName("m33", 1))).isPresent();
  }

  @Test
  void a_whole_message_goes_to_its_one_recipient_as_it_is() {
    var message =
        "From: Ada via Stepwise <rep@example.com>\r\nTo: rep@example.com\r\n"
            + "Bcc: all@example.org\r\nReply-To: ada@prospect.example\r\nSubject: Hi\r\n"
            + "X-Stepwise-Forward: m4\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nText\r\n--b\r\n"
            + "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAEC\r\n--b--\r\n";

    var result =
        store
            .aws()
            .forwarder()
            .forward(new RawLetter(new EmailAddress("rep@example.com"), "m4", bytes(message)));

    var id = ((ForwardResult.Accepted) result).messageId();
    var sent =
        LOCAL.ses().outbox().stream()
            .filter(mail -> mail.messageId().equals(id))
            .findFirst()
            .orElseThrow();
    assertThat(sent.to()).containsExactly("rep@example.com");
    assertThat(sent.from()).isEqualTo("rep@example.com");
    assertThat(sent.headers())
        .containsEntry("Reply-To", "ada@prospect.example")
        .containsEntry("X-Stepwise-Forward", "m4")
        .doesNotContainKey("Bcc");
    assertThat(sent.tags()).containsOnlyKeys("forward");
    assertThat(sent.text()).isEqualTo("Text");
    assertThat(sent.raw()).contains("Content-Type: image/png", "AAEC");
  }

  private static HttpResponse<String> get(URI link) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
    }
  }

  private static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
