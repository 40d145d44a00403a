package dev.stepwise.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.store.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** What SES tells later of the mails it accepted. */
class SesEventsTest {
  private AwsUnderTest local;
  private SesV2Client ses;

  @BeforeEach
  void start() {
    local = AwsUnderTest.inMemory();
    ses = local.ses();
    local.aws.ses().publishTo("work", "arn:aws:sns:us-east-1:000000000000:mail-events");
  }

  @AfterEach
  void stop() {
    ses.close();
    local.close();
  }

  @Test
  void an_accepted_mail_owes_a_send_and_then_a_delivery() {
    var id = send(r -> r.emailTags(t -> t.name("attempt").value("2")));

    assertThat(local.drain("work")).isEmpty();
    local.agenda.advance(Duration.ZERO);
    var sent = Json.read(local.drain("work").getFirst().body().getBytes(StandardCharsets.UTF_8));
    local.agenda.advance(Duration.ofSeconds(1));
    var delivered =
        Json.read(local.drain("work").getFirst().body().getBytes(StandardCharsets.UTF_8));

    assertThat(sent.path("Type").asText()).isEqualTo("Notification");
    var event = Json.read(sent.path("Message").asText().getBytes(StandardCharsets.UTF_8));
    assertThat(event.path("eventType").asText()).isEqualTo("Send");
    assertThat(event.path("mail").path("messageId").asText()).isEqualTo(id);
    assertThat(event.path("mail").path("tags").path("attempt").path(0).asText()).isEqualTo("2");
    assertThat(delivered.path("Message").asText()).contains("\"eventType\":\"Delivery\"");
  }

  @Test
  void the_simulator_addresses_bounce_and_complain() {
    send(r -> r.destination(d -> d.toAddresses("bounce@simulator.amazonses.com")));
    send(r -> r.destination(d -> d.toAddresses("complaint@simulator.amazonses.com")));

    local.agenda.advance(Duration.ofMinutes(1));

    assertThat(local.drain("work"))
        .extracting(m -> m.body().replaceAll(".*eventType\\\\\":\\\\\"(\\w+).*", "$1"))
        .containsExactlyInAnyOrder("Send", "Send", "Bounce", "Delivery", "Complaint");
  }

  private String send(Consumer<SendEmailRequest.Builder> request) {
    return ses.sendEmail(r ->
            r.fromEmailAddress("rep@example.com")
                .destination(d -> d.toAddresses("ann@acme.test"))
                .content(c ->
                    c.simple(m -> m.subject(s -> s.data("s")).body(b -> b.text(t -> t.data("t")))))
                .applyMutation(request))
        .messageId();
  }
}
