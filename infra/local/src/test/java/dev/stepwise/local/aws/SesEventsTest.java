package dev.stepwise.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stepwise.local.store.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    publish(Arrays.stream(SesEvent.Kind.values()).map(Enum::name).toArray(String[]::new));
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

  @ParameterizedTest
  @CsvSource({
    "success@simulator.amazonses.com,Send Delivery",
    "bounce@simulator.amazonses.com,Send Bounce",
    "suppressionlist@simulator.amazonses.com,Send Bounce",
    "complaint@simulator.amazonses.com,Send Delivery Complaint",
    "soft-bounce@simulator.amazonses.com,Send Bounce",
    "delayed@simulator.amazonses.com,Send DeliveryDelay Delivery",
    "reject@simulator.amazonses.com,Send Reject",
    "lost-send@simulator.amazonses.com,Delivery",
    "Bounce+Ann@Simulator.AmazonSES.com,Send Bounce",
    "bounce@acme.test,Send Delivery"
  })
  void the_simulator_addresses_tell_what_they_stand_for(String to, String events) {
    send(r -> r.destination(d -> d.toAddresses(to)));

    local.agenda.advance(Duration.ofDays(1));

    assertThat(types()).containsExactly(events.split(" "));
  }

  @Test
  void a_label_says_when_it_happens() {
    send(r -> r.destination(d -> d.toAddresses("bounce+ann.pt1h@simulator.amazonses.com")));

    local.agenda.advance(Duration.ofMinutes(59));
    var before = types();
    local.agenda.advance(Duration.ofMinutes(1));

    assertThat(before).containsExactly("Send");
    assertThat(types()).containsExactly("Bounce");
  }

  @Test
  void each_recipient_has_a_fate_of_its_own() {
    send(r ->
        r.destination(
            d -> d.toAddresses("ann@acme.test").bccAddresses("bounce@simulator.amazonses.com")));

    local.agenda.advance(Duration.ofMinutes(1));

    var events = events();
    assertThat(events).hasSize(3);
    assertThat(events.get(1).path("delivery").path("recipients").path(0).asText())
        .isEqualTo("ann@acme.test");
    assertThat(events.get(2).path("bounce").path("bouncedRecipients").findValuesAsText("status"))
        .containsExactly("5.1.1");
    assertThat(events.get(2).path("mail").path("destination")).hasSize(2);
  }

  @Test
  void what_the_destination_does_not_match_is_not_told() {
    publish("BOUNCE", "DELIVERY");
    send(r -> {});

    local.agenda.advance(Duration.ofMinutes(1));

    assertThat(types()).containsExactly("Delivery");
  }

  private void publish(String... kinds) {
    var topic = "arn:aws:sns:us-east-1:000000000000:mail-events";
    local.aws.ses().publishTo("work", topic, Set.of(kinds));
  }

  private List<String> types() {
    return events().stream().map(event -> event.path("eventType").asText()).toList();
  }

  private List<JsonNode> events() {
    return local.drain("work").stream()
        .map(m -> Json.read(m.body().getBytes(StandardCharsets.UTF_8)).path("Message").asText())
        .map(event -> Json.read(event.getBytes(StandardCharsets.UTF_8)))
        .toList();
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
