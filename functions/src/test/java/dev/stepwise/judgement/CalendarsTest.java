package dev.stepwise.judgement;

import static dev.stepwise.judgement.MailFixture.answer;
import static dev.stepwise.judgement.MailFixture.calendar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.judgement.Judgement.Calendar;
import dev.stepwise.judgement.Judgement.Calendar.Answer;
import dev.stepwise.judgement.Judgement.Human;
import dev.stepwise.judgement.Judgement.OptOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsTest {
  private static final String OURS = "ORGANIZER:mailto:r.token@reply.example.com\n";

  @ParameterizedTest
  @CsvSource({
    "ACCEPTED, ACCEPTED",
    "accepted, ACCEPTED",
    "DECLINED, DECLINED",
    "TENTATIVE, TENTATIVE",
    "DELEGATED, OTHER",
    "NEEDS-ACTION, OTHER",
    "X-MAYBE, OTHER"
  })
  void only_an_acceptance_books(String status, Answer answer) {
    String attendee = "ATTENDEE;CN=Ada;PARTSTAT=%s:MAILTO:Ada@Contact.example".formatted(status);

    assertThat(answerOf(calendar("REPLY", OURS + attendee))).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({"COUNTER", "CANCEL", "PUBLISH", "REFRESH", "DECLINECOUNTER", "ADD"})
  void no_other_method_books(String method) {
    String attendee = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@contact.example";

    assertThat(answerOf(calendar(method, OURS + attendee))).isEqualTo(Answer.OTHER);
  }

  @Test
  void an_attendees_line_may_be_folded_and_name_the_address_as_a_parameter() {
    String attendee =
        "ATTENDEE;CN=\"Lovelace; Ada\";PARTSTAT=ACC\n EPTED;EMAIL=ada@contact.example:urn:uuid:1";

    assertThat(answerOf(calendar("REPLY", OURS + attendee))).isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void somebody_elses_acceptance_beside_the_contacts_refusal_books_nothing() {
    String attendees =
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob@contact.example\n"
            + "ATTENDEE;PARTSTAT=DECLINED:mailto:ada@contact.example";

    assertThat(answerOf(calendar("REPLY", OURS + attendees))).isEqualTo(Answer.DECLINED);
  }

  @Test
  void the_only_attendee_of_an_answer_is_the_contact_by_another_address() {
    String attendee = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada.l@mail.example";

    assertThat(answerOf(calendar("REPLY", OURS + attendee))).isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void one_accepted_date_of_a_series_books() {
    String series =
        "ATTENDEE;PARTSTAT=DECLINED:mailto:ada@contact.example\nEND:VEVENT\nBEGIN:VEVENT\n"
            + "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@contact.example";

    assertThat(answerOf(calendar("REPLY", OURS + series))).isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void an_invitation_by_the_contact_books() {
    String organizer = "ORGANIZER:mailto:ada@contact.example";

    assertThat(answerOf(calendar("REQUEST", organizer))).isEqualTo(Answer.REQUESTED);
  }

  @Test
  void an_invitation_by_a_colleague_of_the_contact_books() {
    String organizer = "ORGANIZER:mailto:office@contact.example";

    assertThat(answerOf(calendar("REQUEST", organizer))).isEqualTo(Answer.REQUESTED);
  }

  @Test
  void our_own_invitation_that_comes_back_books_nothing() {
    assertThat(answerOf(calendar("REQUEST", OURS.strip()))).isEqualTo(Answer.OTHER);
  }

  @Test
  void a_cancelled_invitation_books_nothing() {
    String cancelled = "ORGANIZER:mailto:ada@contact.example\nSTATUS:CANCELLED";

    assertThat(answerOf(calendar("REQUEST", cancelled))).isEqualTo(Answer.OTHER);
  }

  @Test
  void a_file_for_the_calendar_beside_a_persons_words_is_a_persons_answer() {
    MailFixture mail =
        answer("")
            .body(
                """
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                Here are our free days, pick one.
                --b
                Content-Type: text/calendar; name=free.ics
                Content-Disposition: attachment

                BEGIN:VCALENDAR
                METHOD:PUBLISH
                END:VCALENDAR
                --b--
                """);

    assertThat(mail.judged()).isInstanceOf(Human.class);
  }

  @Test
  void an_attached_answer_of_unknown_type_is_read() {
    MailFixture mail =
        answer("")
            .body(
                """
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: application/octet-stream; name="invite.ICS"
                Content-Transfer-Encoding: base64

                QkVHSU46VkNBTEVOREFSCk1FVEhPRDpSRVBMWQpCRUdJTjpWRVZFTlQKQVRURU5ERUU7UEFSVFNU
                QVQ9QUNDRVBURUQ6bWFpbHRvOmFkYUBjb250YWN0LmV4YW1wbGUKRU5EOlZFVkVOVApFTkQ6VkNB
                TEVOREFSCg==
                --b--
                """);

    assertThat(answerOf(mail)).isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void who_declines_and_wants_no_more_mail_opts_out() {
    MailFixture mail =
        answer("")
            .body(
                """
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                Please stop emailing me.
                --b
                Content-Type: text/calendar; method=REPLY

                BEGIN:VCALENDAR
                METHOD:REPLY
                BEGIN:VEVENT
                ATTENDEE;PARTSTAT=DECLINED:mailto:ada@contact.example
                END:VEVENT
                END:VCALENDAR
                --b--
                """);

    assertThat(mail.judged()).isInstanceOf(OptOut.class);
  }

  @Test
  void a_broken_calendar_is_a_calendar_that_books_nothing() {
    MailFixture mail = answer("").body("Content-Type: text/calendar; method=REPLY\n\n;;:BEGIN\nx");

    assertThat(answerOf(mail)).isEqualTo(Answer.OTHER);
  }

  private static Answer answerOf(MailFixture mail) {
    return ((Calendar) mail.judged()).answer();
  }
}
