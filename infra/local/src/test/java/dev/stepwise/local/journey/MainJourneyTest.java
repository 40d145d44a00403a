package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.call;
import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static dev.stepwise.local.journey.Bodies.reply;
import static dev.stepwise.local.journey.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mail, call, mail in the same thread, break-up: what most teams do all day. */
class MainJourneyTest {
  @RegisterExtension static final Running RUNNING = new Running();

  private static final List<Map<String, Object>> STEPS =
      List.of(
          email("PT0S", "A question for {{contact.firstName|you}}"),
          call("P2D", true),
          reply("3BD", "I tried to call & missed <you>."),
          reply("P7D", "Goodbye {{contact.firstName|there}}"));

  private static final int LONGEST_HTML = 32_000;

  @Test
  void mails_thread_and_lead_back_to_us() {
    var stepwise = RUNNING.stepwise();
    var sequence = stepwise.sequence(STEPS);

    var id = stepwise.enroll(sequence, contact("dora@thread.example", "Dora", "UTC"));
    stepwise.advance("P2D");
    stepwise.complete(id);
    stepwise.advance("P30D");

    var mails = stepwise.mails("dora@thread.example");
    assertThat(mails).hasSize(3);
    var ids = mails.stream().map(mail -> mail.object("headers").text("Message-ID")).toList();
    assertThat(mails)
        .extracting(mail -> mail.text("subject"))
        .containsExactly(
            "A question for Dora", "Re: A question for Dora", "Re: A question for Dora");
    assertThat(mails)
        .extracting(mail -> mail.object("headers").text("In-Reply-To"))
        .containsExactly("", ids.get(0), ids.get(1));
    assertThat(mails)
        .extracting(mail -> mail.object("headers").text("References"))
        .containsExactly("", ids.get(0), ids.get(0) + " " + ids.get(1));
    assertThat(mails)
        .extracting(mail -> mail.object("tags").fields())
        .containsExactly(tags(id, 1), tags(id, 3), tags(id, 4));
    assertThat(mails).allSatisfy(MainJourneyTest::leadsBack);
  }

  @Test
  void a_mail_has_text_and_html_signature_address_and_opt_out() {
    var stepwise = RUNNING.stepwise();
    stepwise.sender(Map.of("signature", "Robin & Co"));
    var steps = new ArrayList<>(STEPS.subList(0, 1));
    steps.add(reply("PT1H", "2 < 3, {{contact.firstName|there}}?"));

    stepwise.enroll(stepwise.sequence(steps), contact("eva@html.example", "<b>Eva", "UTC"));
    stepwise.advance("PT1H");

    var mail = stepwise.mails("eva@html.example").getLast();
    assertThat(mail.text("from")).isEqualTo(Stepwise.REP);
    assertThat(mail.object("headers").text("From")).isEqualTo("Robin Example <rep@example.com>");
    assertThat(mail.text("text"))
        .startsWith("2 < 3, <b>Eva?\n\nRobin & Co\n\n1 Example Street")
        .contains("not hear from me? http");
    assertThat(mail.text("html"))
        .startsWith("<div dir=\"auto\">2 &lt; 3, &lt;b&gt;Eva?<br>\n<br>\nRobin &amp; Co</div>")
        .contains("<a href=\"http");
    assertThat(mail.text("raw")).contains("multipart/alternative");
  }

  @Test
  void the_longest_copy_that_is_taken_is_sent() {
    var stepwise = RUNNING.stepwise();
    var html = "<p>" + "é".repeat(LONGEST_HTML - 7) + "</p>";
    var longest = with(with(email("PT0S", "Long"), "html", html), "text", "t".repeat(20_000));

    stepwise.enroll(stepwise.sequence(List.of(longest, longest)), contact("gil@long.example"));
    stepwise.settle();

    var mail = stepwise.mails("gil@long.example").getFirst();
    assertThat(mail.text("html")).startsWith(html);
  }

  @Test
  void a_copy_goes_to_the_senders_own_archive_and_nobody_sees_it() {
    var stepwise = RUNNING.stepwise();
    stepwise.sender(Map.of("copyTo", "crm@archive.example"));

    stepwise.enroll(stepwise.sequence(STEPS), contact("fay@copy.example"));
    stepwise.settle();

    assertThat(stepwise.mails("fay@copy.example")).hasSize(1);
    var copy = stepwise.mails("crm@archive.example").getFirst();
    assertThat(copy.get("to")).isEqualTo(List.of("fay@copy.example", "crm@archive.example"));
    assertThat(copy.object("headers").text("To")).isEqualTo("fay@copy.example");
    assertThat(copy.text("raw")).doesNotContain("crm@archive.example");
  }

  private static Map<String, Object> tags(String enrollment, int step) {
    return Map.of("enrollment", enrollment, "step", String.valueOf(step), "attempt", "1");
  }

  private static void leadsBack(JsonObject mail) {
    var headers = mail.object("headers");
    assertThat(headers.text("Reply-To")).matches("[0-9a-z]{1,63}@reply\\.example\\.com");
    assertThat(headers.text("List-Unsubscribe"))
        .matches(
            "<mailto:o[0-9a-z]+@reply\\.example\\.com\\?subject=unsubscribe>, <http://.*/u/[0-9a-z]+>");
    assertThat(headers.text("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    assertThat(headers.text("Message-ID"))
        .isEqualTo("<" + mail.text("messageId") + "@email.amazonses.com>");
  }
}
