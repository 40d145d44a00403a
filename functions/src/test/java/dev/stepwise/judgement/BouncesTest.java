package dev.stepwise.judgement;

import static dev.stepwise.judgement.MachineMails.human;
import static dev.stepwise.judgement.MachineMails.mail;
import static dev.stepwise.judgement.MachineMails.notice;
import static dev.stepwise.judgement.MachineMails.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.inbound.Mail;
import dev.stepwise.judgement.Judgement.Bounce;
import dev.stepwise.judgement.Judgement.Bounce.Kind;
import dev.stepwise.judgement.Judgement.Delivered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BouncesTest {
  @Test
  void a_report_names_status_original_and_recipient() {
    Bounce bounce =
        bounce(
            report(
                """
                Original-Recipient: rfc822;Ada@example.org
                Final-Recipient: rfc822; ada.lovelace@mail.example.org
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1
                 <ada@example.org>... User unknown
                """));

    assertThat(bounce.kind()).isEqualTo(Kind.HARD);
    assertThat(bounce.status()).isEqualTo("5.1.1");
    assertThat(bounce.messageIds()).containsExactly("0100-1@email.amazonses.com");
    assertThat(bounce.recipients())
        .extracting(Object::toString)
        .containsExactly("ada.lovelace@mail.example.org", "ada@example.org");
    assertThat(bounce.evidence()).contains("5.1.1", "user unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "failed,             5.1.1, HARD",
    "FAILED,             5.2.2, SOFT",
    "failed (bad),       5.1.1, HARD",
    "delayed,            5.1.1, DELAY",
    "delayed,            4.4.7, DELAY",
    "nonsense,           5.1.1, HARD"
  })
  void the_action_decides_whether_it_is_over(String action, String status, Kind kind) {
    Mail report =
        report(
            "Final-Recipient: rfc822; ada@example.org\nAction: %s\nStatus: %s"
                .formatted(action, status));

    assertThat(bounce(report).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"delivered", "relayed", "expanded", "deliverable"})
  void what_arrived_is_no_bounce(String action) {
    Mail report =
        report(
            "Final-Recipient: rfc822; ada@example.org\nAction: %s\nStatus: 2.0.0"
                .formatted(action));

    assertThat(Bounces.find(report)).containsInstanceOf(Delivered.class);
  }

  @Test
  void of_several_recipients_those_with_the_worst_news_are_named() {
    Bounce bounce =
        bounce(
            report(
                """
                Final-Recipient: rfc822; full@example.org
                Action: failed
                Status: 5.2.2

                Final-Recipient: rfc822; gone@example.org
                Action: failed
                Status: 5.1.1

                Final-Recipient: rfc822; fine@example.org
                Action: delivered
                Status: 2.0.0
                """));

    assertThat(bounce.kind()).isEqualTo(Kind.HARD);
    assertThat(bounce.recipients())
        .extracting(Object::toString)
        .containsExactly("gone@example.org");
  }

  @Test
  void fields_that_a_blank_line_tore_apart_belong_together() {
    Bounce bounce =
        bounce(
            report(
                """
                Final-Recipient: rfc822; ada@example.org

                Action: failed
                Status: 5.1.1
                """));

    assertThat(bounce.kind()).isEqualTo(Kind.HARD);
    assertThat(bounce.recipients()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HARD | failure notice | Hi. This is the qmail-send program. <ada@example.org>: Sorry, no mailbox here by that name. (#5.1.1)",
        "SOFT | failure notice | <ada@example.org>: 192.0.2.1 failed after I sent the message. Remote host said: 552 mailbox full. Giving up on 192.0.2.1.",
        "HARD | Mail delivery failed: returning message to sender | The following address(es) failed: ada@example.org: Unrouteable address",
        "SOFT | Mail delivery failed: returning message to sender | The following address(es) failed: ada@example.org: retry timeout exceeded",
        "DELAY | Warning: message 1abc delayed 24 hours | A message that you sent has not yet been delivered to one or more of its recipients",
        "HARD | Undelivered Mail Returned to Sender | <ada@example.org>: host mx.example.org said: 550 5.1.1 User unknown (in reply to RCPT TO command)",
        "SOFT | Undelivered Mail Returned to Sender | <ada@example.org>: host mx.example.org said: 554 5.7.1 rejected as spam (in reply to end of DATA command)",
        "HARD | Returned mail: User unknown | ----- Transcript of session follows ----- 550 ada... User unknown",
        "DELAY | Returned mail: cannot send message for past 4 hours | Delivery has been delayed: the message will be retried for 5 days",
        "HARD | Undeliverable: Hello | The following recipient(s) could not be reached: ada@example.org. The e-mail account does not exist at the organization",
        "HARD | DELIVERY FAILURE: User ada not listed in Domino Directory | Your message was not delivered to ada@example.org because: User ada not listed in Domino Directory",
        "HARD | Failure Notice | Sorry, we were unable to deliver your message. <ada@example.org>: 554 delivery error: dd This user doesn't have an account here",
        "SOFT | Mail System Error - Returned Mail | Your message was not delivered within 0 days and 1 hours. Remote host is not responding.",
        "HARD | Delivery Status Notification (Failure) | Google tried to deliver your message, but it was rejected by the server for the recipient domain. 550 5.1.1 user unknown",
        "SOFT | Delivery Status Notification (Failure) | The group you tried to contact may not exist, or you may not have permission to post. Google Groups",
        "HARD | Unzustellbar: Angebot | Ihre Nachricht konnte nicht zugestellt werden. Die Adresse wurde nicht gefunden.",
        "HARD | Non remis : Bonjour | Votre message n'a pas pu être remis: destinataire inconnu",
        "HARD | No se puede entregar: Hola | No se puede entregar: la dirección no existe",
        "SOFT | Mancato recapito | Impossibile recapitare il messaggio: casella piena",
        "HARD | Не удается доставить: Привет | Сообщение не было доставлено: пользователь не найден",
        "SOFT | 配信不能 | メールボックスの容量を超えているため送信できませんでした",
        "HARD | 配信不能 | 宛先不明のため送信できませんでした",
        "HARD | 系统退信 | 无法投递：收件人不存在"
      })
  void the_text_alone_tells(Kind kind, String subject, String text) {
    assertThat(bounce(notice(subject, text)).kind()).isEqualTo(kind);
  }

  @Test
  void a_copy_of_the_original_gives_ids_and_recipients_but_no_reasons() {
    Bounce bounce =
        bounce(
            notice(
                "failure notice",
                """
                <ada@example.org>: mailbox full

                --- Below this line is a copy of the message.

                Return-Path: <rep@example.com>
                Message-ID: <0100-2@email.amazonses.com>
                To: Ada <ada@example.org>
                Subject: user unknown, no such user

                Hello
                """));

    assertThat(bounce.kind()).isEqualTo(Kind.SOFT);
    assertThat(bounce.messageIds()).containsExactly("0100-2@email.amazonses.com");
    assertThat(bounce.recipients()).extracting(Object::toString).containsExactly("ada@example.org");
  }

  @Test
  void failed_recipients_of_the_header_come_first() {
    Mail mail =
        mail(
            """
            Return-Path: <>
            From: Mail Delivery System <Mailer-Daemon@mx.example.net>
            X-Failed-Recipients: ada@example.org
            Subject: whatever

            550 no such user
            """);

    assertThat(bounce(mail).recipients())
        .extracting(Object::toString)
        .containsExactly("ada@example.org");
  }

  @Test
  void html_alone_is_read_without_its_tags() {
    Mail mail =
        mail(
            """
            Return-Path: <>
            From: postmaster@example.org
            Subject: Undeliverable: Hello
            Content-Type: text/html

            <p>Your message could not be delivered.<br>The address <b>does not</b> exist: user
            <i>unknown</i>
            """);

    assertThat(bounce(mail).kind()).isEqualTo(Kind.HARD);
  }

  @Test
  void ses_tells_of_a_bounce_by_mail() {
    Mail mail =
        mail(
            """
            From: Notifications <no-reply@sns.amazonaws.com>
            x-amz-sns-message-id: 1
            Subject: AWS Notification Message

            {"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"General",
            "bouncedRecipients":[{"emailAddress":"ada@example.org","status":"5.1.1",
            "diagnosticCode":"smtp; 550 5.1.1 user unknown"}]},"mail":{"messageId":"0100-3"}}

            --
            If you wish to stop receiving notifications, click here.
            """);

    Bounce bounce = bounce(mail);

    assertThat(bounce.kind()).isEqualTo(Kind.HARD);
    assertThat(bounce.messageIds()).containsExactly("0100-3");
    assertThat(bounce.recipients()).extracting(Object::toString).containsExactly("ada@example.org");
  }

  @Test
  void ses_may_wrap_its_notice_in_a_message_of_sns() {
    Mail mail =
        mail(
            """
            From: no-reply@sns.amazonaws.com
            Subject: AWS Notification Message

            {"Type":"Notification","Message":"{\\"notificationType\\":\\"Bounce\\",
            \\"bounce\\":{\\"bounceType\\":\\"Transient\\",\\"bouncedRecipients\\":[]},\\"mail\\":{}}"}
            """);

    assertThat(bounce(mail).kind()).isEqualTo(Kind.SOFT);
  }

  @Test
  void what_another_host_replied_counts_before_what_is_told_around_it() {
    Bounce bounce =
        bounce(
            notice(
                "Mail delivery failed",
                """
                This was written by the mail relay that could not connect at first.
                <ada@example.org>: host said: 550 User unknown
                421 mx.example.org: Connection timed out
                """));

    assertThat(bounce.kind()).isEqualTo(Kind.HARD);
    assertThat(bounce.recipients()).extracting(Object::toString).containsExactly("ada@example.org");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Re: Hello | Your last mail could not be delivered, it said 550 5.1.1 user unknown. Please use this one.",
        "Fwd: Undelivered Mail Returned to Sender | Look what I got: <rep@example.com>: host said: 550 5.1.1 User unknown",
        "Undeliverable goods | We cannot deliver to your address this week.",
        "Re: Undeliverable: Hello | Did you get that too? This is a permanent error.",
        "Delivery failure at our warehouse | The pallets did not reach the following recipients."
      })
  void humans_who_write_of_bounces_are_no_bounces(String subject, String text) {
    assertThat(Bounces.find(human(subject, text))).isEmpty();
  }

  @Test
  void a_bounce_that_a_human_attached_is_the_humans_mail() {
    Mail mail =
        mail(
            """
            Return-Path: <ada@example.org>
            From: Ada <ada@example.org>
            Subject: Re: Hello
            Content-Type: multipart/mixed; boundary=b

            --b

            See what I got.
            --b
            Content-Type: message/rfc822

            From: MAILER-DAEMON@mx.example.net
            Subject: Undelivered Mail Returned to Sender

            550 5.1.1 user unknown
            --b--
            """);

    assertThat(Bounces.find(mail)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Out of office: Hello | I am away until Monday. Mail to my old address cannot be delivered.",
        "Automatic reply: Undeliverable: Hello | I am on holiday until 3 January.",
        "Ticket received | We have received your message and will answer soon."
      })
  void automatic_replies_from_nobody_are_no_bounces(String subject, String text) {
    Mail mail =
        mail(
            """
            Return-Path: <>
            From: Ada <ada@example.org>
            Auto-Submitted: auto-replied
            Subject: %s

            %s
            """
                .formatted(subject, text));

    assertThat(Bounces.find(mail)).isEmpty();
  }

  private static Bounce bounce(Mail mail) {
    return (Bounce) Bounces.find(mail).orElseThrow();
  }
}
