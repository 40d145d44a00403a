package dev.stepwise.aws;

import static dev.stepwise.aws.RawSes.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.Bytes;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.forward.ForwardResult;
import dev.stepwise.forward.Forwarder;
import dev.stepwise.forward.RawLetter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A forwarding that SES refuses is done with; anything else that fails comes again. */
class SesForwarderTest {
  @BeforeEach
  void account() {
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @Test
  void an_accepted_message_has_the_id_that_ses_gave_it() throws IOException {
    try (RawSes ses = new RawSes(List.of(answer("200 OK", "", "{\"MessageId\":\"m1\"}")))) {
      ForwardResult result = forwarder(ses.url()).forward(letter());

      assertThat(result).isEqualTo(new ForwardResult.Accepted("m1"));
    }
  }

  @Test
  void a_cut_connection_comes_again_later_but_not_by_itself() throws IOException {
    try (RawSes ses = new RawSes(List.of())) {
      ForwardResult result = forwarder(ses.url()).forward(letter());

      assertThat(result).isInstanceOf(ForwardResult.TryLater.class);
      assertThat(ses.requests).hasValue(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400 Bad, MessageRejected, Contains a virus., Rejected",
    "400 Bad, BadRequestException, Message too long., Rejected",
    "400 Bad, SendingPausedException, Paused., TryLater",
    "403 No, AccessDeniedException, No., TryLater",
    "429 Slow, TooManyRequestsException, Slow., TryLater",
    "500 Oh, InternalFailure, Oh., TryLater",
  })
  void a_refusal_is_read_by_its_name(String status, String type, String message, String expected)
      throws IOException {
    String refusal = answer(status, type, "{\"message\":\"" + message + "\"}");
    try (RawSes ses = new RawSes(List.of(refusal))) {
      ForwardResult result = forwarder(ses.url()).forward(letter());

      assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
    }
  }

  private static Forwarder forwarder(String url) {
    System.setProperty("aws.endpointUrlSesV2", url);
    return new SesForwarder(new AwsClients().ses(), "mail");
  }

  private static RawLetter letter() {
    return new RawLetter(
        new EmailAddress("rep@example.com"),
        "mail1",
        Bytes.of("Subject: Hi\r\n\r\nHi\r\n".getBytes(StandardCharsets.US_ASCII)));
  }
}
