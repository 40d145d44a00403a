package dev.stepwise.judgement;

import static dev.stepwise.judgement.MachineMails.human;
import static dev.stepwise.judgement.MachineMails.mail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.inbound.Mail;
import dev.stepwise.judgement.Judgement.AutoReply;
import dev.stepwise.judgement.Judgement.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"abuse", "opt-out", "opt-out-list", "fraud", "virus", "other", "Abuse", ""})
  void feedback_that_our_mail_is_unwanted_is_a_complaint(String type) {
    Complaint complaint = (Complaint) Complaints.find(feedback(type)).orElseThrow();

    assertThat(complaint.messageIds()).containsExactly("0100-1@email.amazonses.com");
    assertThat(complaint.recipients())
        .extracting(Object::toString)
        .containsExactly("ada@example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth-failure", "not-spam", "dmarc"})
  void feedback_on_something_else_is_a_machines_mail_that_nobody_need_act_on(String type) {
    assertThat(Complaints.find(feedback(type))).containsInstanceOf(AutoReply.class);
  }

  @Test
  void hotmail_encloses_the_mail_with_a_mark() {
    Mail mail =
        mail(
            """
            From: staff@hotmail.com
            Subject: complaint about message from 192.0.2.1
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: message/rfc822

            X-HmXmrOriginalRecipient: ada@hotmail.com
            Message-ID: <0100-1@email.amazonses.com>
            To: ada@hotmail.com

            Hello
            --b--
            """);

    Complaint complaint = (Complaint) Complaints.find(mail).orElseThrow();

    assertThat(complaint.messageIds()).containsExactly("0100-1@email.amazonses.com");
    assertThat(complaint.recipients())
        .extracting(Object::toString)
        .containsExactly("ada@hotmail.com");
  }

  @Test
  void ses_tells_of_a_complaint_by_mail() {
    Mail mail =
        mail(
            """
            From: no-reply@sns.amazonaws.com
            Subject: AWS Notification Message

            {"eventType":"Complaint","complaint":{"complainedRecipients":[{"emailAddress":"ada@example.org"}]},
            "mail":{"messageId":"0100-1"}}
            """);

    Complaint complaint = (Complaint) Complaints.find(mail).orElseThrow();

    assertThat(complaint.messageIds()).containsExactly("0100-1");
    assertThat(complaint.recipients()).hasSize(1);
  }

  @Test
  void a_human_who_complains_is_a_human() {
    assertThat(Complaints.find(human("Abuse report", "Feedback-Type is what you call this? Stop.")))
        .isEmpty();
  }

  private static Mail feedback(String type) {
    return mail(
        """
        From: feedback@provider.example
        Subject: FW: Hello
        Content-Type: multipart/report; report-type=feedback-report; boundary=b

        --b

        This is an email abuse report.
        --b
        Content-Type: message/feedback-report

        Feedback-Type: %s
        User-Agent: Loop/1.0
        Version: 1
        Original-Rcpt-To: ada@example.org
        --b
        Content-Type: text/rfc822-headers

        Message-ID: <0100-1@email.amazonses.com>
        To: ada@example.org
        --b--
        """
            .formatted(type));
  }
}
