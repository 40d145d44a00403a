package dev.stepwise.aws;

import static dev.stepwise.aws.RawSes.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.mail.Letter;
import dev.stepwise.mail.Mailer;
import dev.stepwise.mail.SendResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SES may have accepted is never sent again, and what it refused is said by name. */
class SesMailerTest {
  private static final String ACCEPTED = answer("200 OK", "", "{\"MessageId\":\"m1\"}");

  @BeforeEach
  void account() {
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @Test
  void an_accepted_mail_has_the_id_that_ses_gave_it() throws IOException {
    try (RawSes ses = new RawSes(List.of(ACCEPTED))) {
      SendResult result = mailer(ses.url()).send(letter());

      assertThat(result).isEqualTo(new SendResult.Accepted("m1"));
    }
  }

  @Test
  void a_cut_connection_is_unknown_and_the_request_went_out_once() throws IOException {
    try (RawSes ses = new RawSes(List.of())) {
      SendResult result = mailer(ses.url()).send(letter());

      assertThat(result).isInstanceOf(SendResult.Unknown.class);
      assertThat(ses.requests).hasValue(1);
    }
  }

  @Test
  void a_cut_of_a_kept_connection_is_unknown_and_the_request_went_out_once() throws IOException {
    try (RawSes ses = new RawSes(List.of(ACCEPTED))) {
      Mailer mailer = mailer(ses.url());
      mailer.send(letter());

      SendResult second = mailer.send(letter());

      assertThat(second).isInstanceOf(SendResult.Unknown.class);
      assertThat(ses.requests).hasValue(2);
    }
  }

  @Test
  void what_could_not_be_written_may_be_tried_later() throws IOException {
    try (Socket nobodyListens = new Socket()) {
      nobodyListens.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));

      SendResult result = mailer("http://127.0.0.1:" + nobodyListens.getLocalPort()).send(letter());

      assertThat(result).isInstanceOf(SendResult.TryLater.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "429 Slow, TooManyRequestsException, Maximum sending rate exceeded., TryLater",
    "400 Bad, LimitExceededException, Too fast., TryLater",
    "400 Bad, ThrottlingException, Rate exceeded, TryLater",
    "400 Bad, LimitExceededException, Daily message quota exceeded., AccountBlocked",
    "400 Bad, SendingPausedException, Paused., AccountBlocked",
    "400 Bad, AccountSuspendedException, Suspended., AccountBlocked",
    "400 Bad, AccountSendingPausedException, Email sending is off., AccountBlocked",
    "400 Bad, MessageRejected, Sending suspended for this account., AccountBlocked",
    "400 Bad, MessageRejected, ada@prospect.example is bad., Rejected",
    "400 Bad, MailFromDomainNotVerifiedException, No., NotSetUp",
    "400 Bad, MessageRejected, Email address is not verified., NotSetUp",
    "400 Bad, BadRequestException, No., Rejected",
    "404 None, NotFoundException, No., NotSetUp",
    "403 No, AccessDeniedException, No., NotSetUp",
    "408 Late, RequestTimeoutException, Late., Unknown",
    "500 Oh, InternalFailure, Oh., Unknown",
    "503 Oh, ServiceUnavailable, Oh., Unknown",
  })
  void a_refusal_is_read_by_its_name(String status, String type, String message, String expected)
      throws IOException {
    String refusal = answer(status, type, "{\"message\":\"" + message + "\"}");
    try (RawSes ses = new RawSes(List.of(refusal, ACCEPTED))) {
      SendResult result = mailer(ses.url()).send(letter());

      assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
      assertThat(result.toString()).doesNotContain("ada@");
      assertThat(ses.requests).hasValue(1);
    }
  }

  private static Mailer mailer(String url) {
    System.setProperty("aws.endpointUrlSesV2", url);
    return new SesMailer(new AwsClients().ses(), "mail");
  }

  private static Letter letter() {
    return new Letter(
        "Rita \"R\" Rép",
        new EmailAddress("rep@example.com"),
        new EmailAddress("ada@prospect.example"),
        null,
        new EmailAddress("r1@reply.example.com"),
        "Hello",
        "Hi",
        "<p>Hi</p>",
        Map.of("X-Test", "1"),
        Map.of("enrollment", "e1"));
  }
}
