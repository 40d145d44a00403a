package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static dev.stepwise.local.journey.Bodies.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.JsonObject;
import dev.stepwise.local.smtp.MailProgram;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a prospect answers, however it arrives, and what becomes of it. */
class AnswersTest {
  @RegisterExtension static final Running RUNNING = new Running();

  private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private static final List<Map<String, Object>> STEPS =
      List.of(email("PT0S", "A question"), reply("P1D", "Again?"), reply("P1D", "Goodbye."));

  @Test
  void an_answer_to_the_mails_own_address_stops_the_next_step_and_reaches_the_rep() {
    var story = new Story("token@answers.example");

    story.answer().with("References", "").with("In-Reply-To", "").text("Yes, call me.").send();
    story.stepwise.settle();

    assertThat(story.state()).isEqualTo("stopped");
    assertThat(story.reason()).isEqualTo("replied");
    assertThat(story.told()).containsExactly("enrolled", "sent", "heard", "replied", "stopped");
    story.staysQuiet();
    var forwarded = story.forwarded();
    assertThat(forwarded).hasSize(1);
    assertThat(forwarded.getFirst().text("text")).contains("Yes, call me.").contains("replied");
    assertThat(forwarded.getFirst().object("headers").text("Reply-To"))
        .contains("token@answers.example");
  }

  @Test
  void an_answer_that_only_names_the_mail_that_it_answers_stops_the_next_step() {
    var story = new Story("references@answers.example");

    story
        .answer()
        .to("team@reply.example.com")
        .with("To", "team@reply.example.com")
        .with("In-Reply-To", "")
        .text("Yes.")
        .send();
    story.stepwise.settle();

    assertThat(story.reason()).isEqualTo("replied");
    story.staysQuiet();
  }

  @Test
  void an_answer_that_only_its_author_leads_to_stops_the_next_step() {
    var story = new Story("author@answers.example");

    story.prospect.mail("team@reply.example.com").text("I lost your mail. Yes!").send();
    story.stepwise.settle();

    assertThat(story.reason()).isEqualTo("replied");
    story.staysQuiet();
  }

  @Test
  void a_colleague_answers_for_the_person_whose_mail_it_was() {
    var story = new Story("boss@company-a.example");
    var colleague = RUNNING.prospect("assistant@company-a.example");

    colleague.answer(story.mail()).text("My boss asked me to answer: yes.").send();
    story.stepwise.settle();

    assertThat(story.reason()).isEqualTo("replied");
    assertThat(story.forwarded().getFirst().object("headers").text("Reply-To"))
        .contains("assistant@company-a.example");
  }

  @Test
  void a_phone_that_rewrites_the_subject_and_drops_references_answers_all_the_same() {
    var story = new Story("phone@answers.example");

    story
        .answer()
        .with("Subject", "AW: [EXT] something else")
        .with("References", "")
        .to("team@reply.example.com")
        .with("To", "team@reply.example.com")
        .text("Ja, gerne", "", "Von meinem iPhone gesendet")
        .send();
    story.stepwise.settle();

    assertThat(story.reason()).isEqualTo("replied");
  }

  @Test
  void a_german_out_of_office_holds_until_a_business_day_after_the_return() {
    var story = new Story("urlaub@answers.example");
    // Tests begin on a Monday: this is the Friday of the next week.
    var friday = story.stepwise.now().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(11);

    story
        .answer()
        .fromNobody()
        .with("Subject", "Abwesenheitsnotiz: A question")
        .with("Auto-Submitted", "auto-replied")
        .text(
            "Vielen Dank. Ich bin bis zum " + GERMAN.format(friday.minusDays(1)) + " nicht im",
            "Büro und ab dem " + GERMAN.format(friday) + " wieder da.")
        .send();
    story.stepwise.settle();

    var monday = friday.plusDays(3) + "T09:00:00Z";
    assertThat(story.stepwise.standing(story.id)).isEqualTo("held: hold");
    assertThat(story.stepwise.enrollment(story.id).text("nextAt")).isEqualTo(monday);
    assertThat(story.told()).endsWith("heard", "out_of_office");
    story.stepwise.advanceTo(friday.plusDays(3) + "T08:59:00Z");
    assertThat(story.mails()).hasSize(1);
    story.stepwise.advanceTo(friday.plusDays(3) + "T09:05:00Z");
    assertThat(story.mails()).hasSize(2);
  }

  @Test
  void a_machine_that_confirms_the_receipt_stops_nothing() {
    var story = new Story("machine@answers.example");

    story
        .answer()
        .fromNobody()
        .with("Auto-Submitted", "auto-replied")
        .with("Subject", "We have received your message")
        .text("Thank you for contacting us. A ticket has been opened: #4711.")
        .send();
    story.stepwise.settle();

    assertThat(story.state()).isEqualTo("active");
    assertThat(story.told()).containsExactly("enrolled", "sent", "heard", "auto_replied");
    story.stepwise.advance("P10D");
    assertThat(story.mails()).hasSize(3);
  }

  @Test
  void an_accepted_invitation_is_a_booked_meeting_and_a_declined_one_is_not() {
    var accepting = new Story("accepts@answers.example");
    var declining = new Story("declines@answers.example");

    calendar(accepting, "ACCEPTED").send();
    calendar(declining, "DECLINED").send();
    accepting.stepwise.settle();

    assertThat(accepting.reason()).isEqualTo("meeting_booked");
    assertThat(declining.state()).isEqualTo("active");
    assertThat(declining.told()).containsExactly("enrolled", "sent", "heard", "meeting");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please take me off your list.",
        "Bitte nehmen Sie mich aus Ihrem Verteiler.",
        "Merci de me retirer de votre liste.",
        "Por favor, elimíneme de su lista de correo.",
        "Vi prego di cancellarmi dalla vostra lista."
      })
  void who_asks_in_words_not_to_be_written_to_is_never_written_to_again(String words) {
    var address = "stop" + Math.abs(words.hashCode()) + "@answers.example";
    var story = new Story(address);

    story.answer().text(words).send();
    story.stepwise.settle();

    assertThat(story.reason()).isEqualTo("unsubscribed");
    story.staysQuiet();
    var again = story.stepwise.tryEnroll(story.stepwise.sequence(STEPS), contact(address));
    assertThat(again.getFirst().text("status")).isEqualTo("skipped");
    assertThat(story.stepwise.rep.get("/suppressions/" + address).is(200).json().text("reason"))
        .isEqualTo("unsubscribed");
  }

  @Test
  void a_mail_to_the_address_that_opts_out_opts_out_whatever_it_says() {
    var story = new Story("mailto@answers.example");
    var list = story.mail().object("headers").text("List-Unsubscribe");
    var address = list.substring("<mailto:".length(), list.indexOf('?'));

    story.prospect.mail(address).with("Subject", "unsubscribe").send();
    story.stepwise.settle();

    assertThat(story.reason()).isEqualTo("unsubscribed");
  }

  @Test
  void a_forged_answer_of_a_stranger_pauses_and_asks_the_rep() {
    var story = new Story("forged@answers.example");
    var raw = story.prospect.mail("team@reply.example.com").text("Unsubscribe me!").raw();

    story.stepwise.inbound(raw, "dmarc=FAIL");
    story.stepwise.settle();

    assertThat(story.stepwise.standing(story.id)).isEqualTo("paused: unclear_answer");
    assertThat(story.told()).contains("unclear_answer", "paused");
    story.stepwise.rep.get("/suppressions/forged@answers.example").is(404);
    assertThat(story.forwarded().getFirst().text("html")).isEmpty();
    story.stepwise.move(story.id, "resume");
    story.stepwise.advance("P10D");
    assertThat(story.mails()).hasSize(3);
  }

  @Test
  void our_own_mail_that_comes_back_is_no_answer() {
    var story = new Story("loop@answers.example");
    var own = story.mail().text("raw").replace("\r\n", "\n").replace("\n", "\r\n");

    story.stepwise.inbound(
        own, "to=" + Caller.encoded(story.mail().object("headers").text("Reply-To")));
    story.stepwise.settle();

    assertThat(story.state()).isEqualTo("active");
    assertThat(story.told()).containsExactly("enrolled", "sent", "heard", "loop");
    assertThat(story.forwarded()).isEmpty();
  }

  @Test
  void an_answer_in_the_second_of_the_timer_stops_it_when_it_comes_first() {
    var story = new Story("first@answers.example");
    story.stepwise.advanceTo(story.dueMinus(1));

    story.answer().text("Yes.").send();
    story.stepwise.advance("PT2S");
    story.stepwise.advance("P10D");

    assertThat(story.mails()).hasSize(1);
    assertThat(story.reason()).isEqualTo("replied");
  }

  @Test
  void an_answer_just_after_the_second_mail_stops_the_third() {
    var story = new Story("second@answers.example");
    story.stepwise.advanceTo(story.dueMinus(0));
    assertThat(story.mails()).hasSize(2);

    story.answer().text("Yes.").send();
    story.stepwise.advance("P10D");

    assertThat(story.mails()).hasSize(2);
    assertThat(story.reason()).isEqualTo("replied");
  }

  @Test
  void a_crash_between_the_hold_and_the_judgement_loses_nothing() {
    var story = new Story("crash@answers.example");
    story.stepwise.fault("GetObject", "fail", 3);

    story.answer().text("Yes.").send();
    story.stepwise.settle();
    var between = story.stepwise.standing(story.id);
    story.stepwise.advance("P10D");

    assertThat(between).isEqualTo("held: reading");
    assertThat(story.mails()).hasSize(1);
    assertThat(story.reason()).isEqualTo("replied");
    assertThat(story.forwarded()).hasSize(1);
  }

  @Test
  void a_mail_whose_handler_failed_three_times_is_read_from_the_queue() {
    var story = new Story("thrice@answers.example");
    story.stepwise.fault("GetObject", "fail", 12);

    story.answer().text("Yes.").send();
    story.stepwise.advance("P10D");

    assertThat(story.mails()).hasSize(1);
    assertThat(story.reason()).isEqualTo("replied");
  }

  @Test
  void a_duplicated_mail_event_changes_nothing() {
    var story = new Story("twice@answers.example");

    story.answer().text("Yes.").send();
    story.stepwise.settle();
    var told = story.told();
    story.answer().text("And one thing more.").send();
    story.stepwise.settle();

    assertThat(story.told()).startsWith(told.toArray(String[]::new)).endsWith("heard", "replied");
    assertThat(story.reason()).isEqualTo("replied");
  }

  private static MailProgram.Draft calendar(Story story, String answer) {
    return story
        .answer()
        .with("Subject", answer + ": A call")
        .with("Content-Type", "text/calendar; charset=utf-8; method=REPLY")
        .text(
            "BEGIN:VCALENDAR",
            "PRODID:-//Example//Mail//EN",
            "VERSION:2.0",
            "METHOD:REPLY",
            "BEGIN:VEVENT",
            "UID:call-1@example.com",
            "DTSTAMP:20261123T093000Z",
            "DTSTART:20261126T100000Z",
            "DTEND:20261126T103000Z",
            "ORGANIZER:mailto:rep@example.com",
            "ATTENDEE;PARTSTAT=" + answer + ":mailto:" + story.address,
            "SUMMARY:A call",
            "END:VEVENT",
            "END:VCALENDAR");
  }

  /** One prospect who was enrolled and has the first mail. */
  private static final class Story {
    final Stepwise stepwise = RUNNING.stepwise();
    final String address;
    final MailProgram prospect;
    final String id;
    private final int forwardedBefore;

    Story(String address) {
      this.address = address;
      this.prospect = RUNNING.prospect(address);
      this.id = stepwise.enroll(stepwise.sequence(STEPS), contact(address));
      stepwise.settle();
      this.forwardedBefore = stepwise.forwarded().size();
    }

    JsonObject mail() {
      return mails().getFirst();
    }

    List<JsonObject> mails() {
      return stepwise.mails(address);
    }

    MailProgram.Draft answer() {
      return prospect.answer(mail());
    }

    String state() {
      return stepwise.enrollment(id).text("state");
    }

    String reason() {
      return stepwise.enrollment(id).text("reason");
    }

    List<String> told() {
      return stepwise.told(id);
    }

    List<JsonObject> forwarded() {
      var all = stepwise.forwarded();
      return all.subList(forwardedBefore, all.size());
    }

    String dueMinus(int seconds) {
      return Instant.parse(stepwise.enrollment(id).text("nextAt")).minusSeconds(seconds).toString();
    }

    void staysQuiet() {
      var before = mails().size();
      stepwise.advance("P30D");
      assertThat(mails()).hasSize(before);
    }
  }
}
