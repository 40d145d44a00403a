package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static dev.stepwise.local.journey.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A prospect books a meeting by the link in a mail, or in any other way. */
class BookingsTest {
  @RegisterExtension static final Running RUNNING = new Running();

  private static final Pattern PARAMETER = Pattern.compile("[?&]([^=\\s&]+)=(b[0-9a-z]+)");

  private final Stepwise stepwise = RUNNING.stepwise();
  private final BookingTool tool = new BookingTool(stepwise);

  @ParameterizedTest
  @CsvSource({
    "https://calendly.com/robin/30min?month=2026-12, utm_content, calendly",
    "https://cal.com/robin/30min, metadata%5Bstepwise%5D, cal.com",
    "https://meet.example/robin#times, stepwise, generic"
  })
  void the_mails_link_leads_back_whatever_address_is_typed_in(
      String link, String parameter, String by) {
    stepwise.sender(Map.of("bookingLink", link));
    var id = stepwise.enroll(twoMails(), contact(by + "@link.example"));
    stepwise.settle();
    var mail = stepwise.mails(by + "@link.example").getFirst();
    var matcher = PARAMETER.matcher(mail.text("text"));
    assertThat(matcher.find()).isTrue();
    var token = matcher.group(2);

    var answer =
        switch (by) {
          case "calendly" ->
              tool.calendly(calendly("invitee.created", "I-" + by, "x@y.example", token));
          case "cal.com" -> tool.calCom(calCom("BOOKING_CREATED", "u-" + by, "x@y.example", token));
          default ->
              tool.generic(
                  "{\"event\":\"created\",\"id\":\"1\",\"email\":\"x@y.example\",\"token\":\"%s\"}"
                      .formatted(token));
        };
    stepwise.advance("P7D");

    assertThat(matcher.group(1)).isEqualTo(parameter);
    assertThat(mail.text("html")).contains(token);
    assertThat(answer.is(200).json().text("outcome")).isEqualTo("matched");
    assertThat(stepwise.told(id)).containsExactly("enrolled", "sent", "meeting", "stopped");
    assertThat(stepwise.enrollment(id).text("reason")).isEqualTo("meeting_booked");
    assertThat(meeting(id).text("by")).isEqualTo(by);
    assertThat(stepwise.mails(by + "@link.example")).hasSize(1);
  }

  @Test
  void an_address_leads_back_too_and_the_meeting_is_told_once_however_often_it_comes() {
    var id = stepwise.enroll(twoMails(), contact("ada@address.example"));
    stepwise.settle();
    var body = calCom("BOOKING_CREATED", "u1", "Ada@Address.example", "");

    tool.calCom(body).is(200);
    stepwise.advance("PT26H");
    var again = tool.calCom(body).is(200).json().text("outcome");

    assertThat(again).isEqualTo("repeated");
    assertThat(stepwise.told(id)).containsExactly("enrolled", "sent", "meeting", "stopped");
    assertThat(meeting(id).text("detail")).startsWith("created for 2026-12-01T09:00:00Z");
  }

  @Test
  void rescheduling_and_cancelling_are_told_and_stopped_stays_stopped() {
    var id = stepwise.enroll(twoMails(), contact("ada@moves.example"));
    stepwise.settle();

    tool.calendly(calendly("invitee.created", "A", "ada@moves.example", "")).is(200);
    tool.calendly(moved(calendly("invitee.created", "B", "ada@moves.example", ""), "A")).is(200);
    tool.calendly(gone(calendly("invitee.canceled", "A", "ada@moves.example", ""))).is(200);
    tool.calendly(calendly("invitee.canceled", "B", "ada@moves.example", "")).is(200);
    stepwise.advance("P7D");

    var told =
        stepwise.enrollment(id).objects("timeline").stream()
            .filter(entry -> entry.text("type").equals("meeting"))
            .map(entry -> entry.text("detail").split(" ", 2)[0])
            .toList();
    assertThat(told).containsExactly("created", "rescheduled", "cancelled");
    assertThat(stepwise.enrollment(id).text("state")).isEqualTo("stopped");
    assertThat(stepwise.mails("ada@moves.example")).hasSize(1);
  }

  @Test
  void a_meeting_in_the_same_second_as_the_timer_leaves_at_most_that_mail() {
    var sequence = stepwise.sequence(List.of(email("PT1H", "One"), email("P1D", "Two")));
    stepwise.enroll(sequence, contact("ada@second.example"));
    stepwise.advance("PT1H");

    tool.generic("{\"event\":\"created\",\"id\":\"s\",\"email\":\"ada@second.example\"}").is(200);
    stepwise.advance("P7D");

    assertThat(stepwise.mails("ada@second.example")).hasSize(1);
  }

  @Test
  void a_sequence_that_does_not_stop_on_meetings_goes_on() {
    var sequence =
        stepwise.sequence(
            Map.of("stopOn", List.of("reply")), List.of(email("PT0S", "One"), email("P1D", "Two")));
    var id = stepwise.enroll(sequence, contact("ada@goes-on.example"));
    stepwise.settle();

    tool.calCom(calCom("BOOKING_CREATED", "u2", "ada@goes-on.example", "")).is(200);
    stepwise.advance("P7D");

    assertThat(stepwise.told(id))
        .containsExactly("enrolled", "sent", "meeting", "sent", "finished");
  }

  @Test
  void who_cannot_sign_changes_nothing() {
    var id = stepwise.enroll(twoMails(), contact("ada@forged.example"));
    var body = calendly("invitee.created", "F", "ada@forged.example", "");
    var now = stepwise.now();

    tool.send("calendly", "Calendly-Webhook-Signature", "", body).is(401);
    tool.send("cal.com", "X-Cal-Signature-256", "00", body).is(401);
    tool.calendly(body, now.minusSeconds(181)).is(401);
    tool.calendly(body, now.plusSeconds(181)).is(401);
    tool.send("hubspot", "X-Signature", "00", body).is(404);
    tool.generic("no JSON").is(400);
    tool.generic("{\"event\":\"created\"}").is(422);
    tool.calCom("{\"triggerEvent\":\"PING\"}").is(200);

    assertThat(stepwise.told(id)).doesNotContain("meeting", "stopped");
  }

  private JsonObject meeting(String id) {
    return stepwise.enrollment(id).objects("timeline").stream()
        .filter(entry -> entry.text("type").equals("meeting"))
        .findFirst()
        .orElseThrow();
  }

  private String twoMails() {
    var first = with(email("PT0S", "One"), "text", "Book: {{sender.bookingLink|reply}}");
    return stepwise.sequence(List.of(first, email("P1D", "Two")));
  }

  private static String calendly(String event, String invitee, String address, String token) {
    return """
    {"event":"%s","created_at":"2026-11-23T09:00:00.000000Z","payload":{
     "uri":"https://api.calendly.com/scheduled_events/E/invitees/%s","email":"%s",
     "tracking":{"utm_content":"%s"},
     "scheduled_event":{"start_time":"2026-12-01T09:00:00.000000Z"}}}\
    """
        .formatted(event, invitee, address, token);
  }

  private static String moved(String body, String from) {
    return body.replace(
        "\"tracking\"",
        "\"old_invitee\":\"https://api.calendly.com/scheduled_events/E/invitees/%s\",\"tracking\""
            .formatted(from));
  }

  private static String gone(String body) {
    return body.replace("\"tracking\"", "\"rescheduled\":true,\"tracking\"");
  }

  private static String calCom(String trigger, String uid, String address, String token) {
    return """
    {"triggerEvent":"%s","createdAt":"2026-11-23T09:00:00.000Z","payload":{"uid":"%s",
     "startTime":"2026-12-01T09:00:00Z","attendees":[{"email":"%s","name":"Ada"}],
     "metadata":{"stepwise":"%s"}}}\
    """
        .formatted(trigger, uid, address, token);
  }
}
