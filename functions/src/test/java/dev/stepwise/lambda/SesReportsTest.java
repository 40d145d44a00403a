package dev.stepwise.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.cadence.CadenceExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.MailReport;
import dev.stepwise.enrollment.MailReport.News;
import dev.stepwise.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SES's events with the fields that the developer guide documents, and values of our own:
 * docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html
 */
class SesReportsTest {
  private static final Instant NOW = CadenceExamples.noonInRome();
  private static final String SES_ID =
      "0100018f9a6b7c8d-3e4f5a6b-7c8d-4e9f-a0b1-c2d3e4f5a6b7-000000";

  private record Case(String file, News news) {}

  static List<Case> documented() {
    return List.of(
        new Case("send", new News.Sent()),
        new Case("delivery", new News.Delivered()),
        new Case("bounce-permanent", new News.Bounced(true, "5.1.1 General")),
        new Case("bounce-suppressed", new News.Bounced(true, "5.1.1 OnAccountSuppressionList")),
        new Case("bounce-transient", new News.Bounced(false, "4.2.2 MailboxFull")),
        new Case("bounce-undetermined", new News.Bounced(false, "Undetermined")),
        new Case("complaint", new News.Complained("abuse")),
        new Case("complaint-suppressed", new News.Complained("OnAccountSuppressionList")),
        new Case("complaint-not-spam", new News.Sent()),
        new Case("reject", new News.Rejected("Bad content")),
        new Case(
            "rendering-failure",
            new News.Rejected("Attribute 'name' is not present in the rendering data.")),
        new Case("open", new News.Opened()),
        new Case("click", new News.Clicked()),
        new Case("delivery-delay", new News.Delayed("4.4.1 TransientCommunicationFailure")),
        new Case("subscription-all", new News.OptedOut("SES subscription page")));
  }

  @ParameterizedTest
  @MethodSource("documented")
  void an_event_is_read_as_documented(Case of) {
    SesReports.Addressed read = read(event(of.file())).orElseThrow();

    assertThat(read.enrollment()).isEqualTo(new EnrollmentId("e1"));
    assertThat(read.report().mail()).isEqualTo(new MailReport.Mail(2, 1, SES_ID));
    assertThat(read.report().news()).isEqualTo(of.news());
    assertThat(read.report().recipients()).containsExactly("ada@prospect.example");
    assertThat(read.report().by().who()).isEqualTo("ses");
    assertThat(read.report().by().at()).isEqualTo(NOW);
  }

  @Test
  void a_bounce_of_the_copy_is_about_the_one_who_got_the_copy() {
    MailReport report = read(event("bounce-of-the-copy")).orElseThrow().report();

    assertThat(report.recipients()).containsExactly("log@crm.example");
  }

  @Test
  void a_bounce_that_names_the_address_behind_a_forwarding_is_about_the_only_recipient() {
    String forwarded =
        event("bounce-permanent")
            .replace("\"emailAddress\": \"ada@prospect.example\"", "\"emailAddress\": \"x@y.z\"");

    assertThat(forwarded).contains("x@y.z");
    assertThat(read(forwarded).orElseThrow().report().recipients())
        .containsExactly("ada@prospect.example");
  }

  @Test
  void who_leaves_one_topic_only_has_not_opted_out() {
    assertThat(read(event("subscription-topic"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"eventType\":\"Send\"}",
        "{\"eventType\":\"Send\",\"mail\":{\"messageId\":\"m\"}}",
        "{\"eventType\":\"Send\",\"mail\":{\"messageId\":\"m\",\"tags\":{\"step\":[\"2\"]}}}",
        "{\"notificationType\":\"Bounce\",\"mail\":{\"messageId\":\"m\"},\"bounce\":{}}",
        "{\"eventType\":\"Send\",\"mail\":{\"messageId\":\"m\",\"tags\":"
            + "{\"enrollment\":[\"NOT-ours\"],\"step\":[\"2\"],\"attempt\":[\"1\"]}}}",
        "{\"eventType\":\"Send\",\"mail\":{\"messageId\":\"m\",\"tags\":"
            + "{\"enrollment\":[\"e1\"],\"step\":[\"two\"],\"attempt\":[\"1\"]}}}",
        "{\"eventType\":\"Something new\",\"mail\":{\"messageId\":\"m\",\"tags\":"
            + "{\"enrollment\":[\"e1\"],\"step\":[\"2\"],\"attempt\":[\"1\"]}}}"
      })
  void events_of_other_mails_and_of_new_types_are_none_of_ours(String event) {
    assertThat(read(event)).isEmpty();
  }

  private static Optional<SesReports.Addressed> read(String event) {
    String envelope = Json.write(Map.of("Type", "Notification", "Message", event));
    return Events.ses(envelope).flatMap(ses -> SesReports.read(ses, NOW));
  }

  private static String event(String name) {
    String file = "/ses/" + name + ".json";
    try (InputStream in = SesReportsTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
