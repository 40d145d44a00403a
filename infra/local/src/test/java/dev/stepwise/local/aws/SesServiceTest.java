package dev.stepwise.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

class SesServiceTest {
  private static AwsUnderTest local;
  private static SesV2Client ses;

  @BeforeAll
  static void start() {
    local = AwsUnderTest.inMemory();
    ses = local.ses();
  }

  @AfterAll
  static void stop() {
    ses.close();
    local.close();
  }

  @Test
  void an_accepted_mail_is_in_the_outbox_as_it_left() {
    var id =
        send(
            r ->
                r.replyToAddresses("r+1@reply.example.com")
                    .destination(
                        d -> d.toAddresses("Ann <ann@acme.test>").bccAddresses("crm@x.test"))
                    .emailTags(t -> t.name("step").value("s-1")),
            m -> m.headers(header("In-Reply-To", "<0100@email.amazonses.com>")));

    var mail = local.aws.ses().outbox().getLast();

    assertThat(id).matches("0100[0-9a-f]{12}-[0-9a-f-]{36}-000000");
    assertThat(mail.messageId()).isEqualTo(id);
    assertThat(mail.at()).isEqualTo(local.clock.now());
    assertThat(mail.from()).isEqualTo("rep@example.com");
    assertThat(mail.to()).containsExactly("ann@acme.test", "crm@x.test");
    assertThat(mail.subject()).isEqualTo("Grüße");
    assertThat(mail.text()).isEqualTo("Hällo\nline two");
    assertThat(mail.html()).isEqualTo("<p>Hällo</p>");
    assertThat(mail.tags()).containsEntry("step", "s-1");
    assertThat(mail.headers())
        .containsEntry("Message-ID", "<" + id + "@email.amazonses.com>")
        .containsEntry("From", "Rep <rep@example.com>")
        .containsEntry("To", "Ann <ann@acme.test>")
        .containsEntry("Reply-To", "r+1@reply.example.com")
        .containsEntry("In-Reply-To", "<0100@email.amazonses.com>")
        .containsEntry("MIME-Version", "1.0")
        .containsKey("Date")
        .doesNotContainKey("Bcc");
    assertThat(mail.headers().get("Subject")).startsWith("=?");
  }

  @Test
  void the_raw_mail_parses_back_to_its_parts() {
    send(r -> {}, m -> {});

    var raw = local.aws.ses().outbox().getLast().raw().getBytes(StandardCharsets.US_ASCII);
    var parsed = RawMail.parse(raw);

    assertThat(parsed.getSubject()).isEqualTo("Grüße");
    assertThat(RawMail.text(parsed, "text/plain")).isEqualTo("Hällo\r\nline two");
    assertThat(RawMail.text(parsed, "text/html")).isEqualTo("<p>Hällo</p>");
  }

  @Test
  void a_long_header_survives_folding() {
    var references = "<0100abcdef@email.amazonses.com> ".repeat(30).strip();

    send(r -> {}, m -> m.headers(header("References", references)));

    var mail = local.aws.ses().outbox().getLast();
    assertThat(mail.headers()).containsEntry("References", references);
    assertThat(mail.raw().lines()).allMatch(line -> line.length() <= 998);
  }

  @Test
  void a_whole_message_gets_the_id_and_date_of_ses() {
    var message =
        """
        From: rep@example.com
        To: ann@acme.test
        Bcc: hidden@acme.test
        Message-ID: <mine@example.com>
        Subject: raw
        Content-Type: text/plain; charset=utf-8

        body
        """;

    var id =
        ses.sendEmail(r -> r.content(c -> c.raw(b -> b.data(SdkBytes.fromUtf8String(message)))))
            .messageId();

    var mail = local.aws.ses().outbox().getLast();
    assertThat(mail.headers())
        .containsEntry("Message-ID", "<" + id + "@email.amazonses.com>")
        .doesNotContainKey("Bcc");
    assertThat(mail.to()).containsExactly("ann@acme.test", "hidden@acme.test");
    assertThat(mail.text()).isEqualToIgnoringNewLines("body");
  }

  @Test
  void what_ses_refuses_is_refused() {
    refused(r -> {}, m -> m.headers(header("Message-ID", "<a@b>")));
    refused(r -> {}, m -> m.headers(header("reply-to", "a@b.test")));
    refused(r -> {}, m -> m.headers(header("X-Name", "ü")));
    refused(r -> {}, m -> m.headers(header("X-Name", "x".repeat(996))));
    refused(r -> {}, m -> m.headers(header("X:Name", "x")));
    refused(
        r -> {},
        m -> m.headers(IntStream.range(0, 16).mapToObj(i -> header("X-" + i, "x")).toList()));
    refused(r -> r.destination(d -> d.toAddresses("nobody")), m -> {});
    refused(r -> r.destination(d -> d.toAddresses("Jürgen <j@acme.test>")), m -> {});
    refused(r -> r.destination(d -> {}), m -> {});
    refused(r -> r.fromEmailAddress(null), m -> {});
    refused(r -> r.emailTags(t -> t.name("step").value("a b")), m -> {});
  }

  @Test
  void the_account_is_in_production() {
    assertThat(ses.getAccount(a -> {}).productionAccessEnabled()).isTrue();
  }

  private static void refused(
      Consumer<SendEmailRequest.Builder> request, Consumer<Message.Builder> message) {
    var before = local.aws.ses().outbox().size();

    assertThatThrownBy(() -> send(request, message)).isInstanceOf(BadRequestException.class);

    assertThat(local.aws.ses().outbox()).hasSize(before);
  }

  private static String send(
      Consumer<SendEmailRequest.Builder> request, Consumer<Message.Builder> message) {
    var simple =
        Message.builder()
            .subject(s -> s.data("Grüße"))
            .body(b -> b.text(t -> t.data("Hällo\nline two")).html(h -> h.data("<p>Hällo</p>")))
            .applyMutation(message)
            .build();
    return ses.sendEmail(r ->
            r.fromEmailAddress("Rep <rep@example.com>")
                .configurationSetName("mail")
                .destination(d -> d.toAddresses("ann@acme.test"))
                .content(c -> c.simple(simple))
                .applyMutation(request))
        .messageId();
  }

  private static MessageHeader header(String name, String value) {
    return MessageHeader.builder().name(name).value(value).build();
  }
}
