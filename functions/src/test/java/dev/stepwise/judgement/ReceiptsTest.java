package dev.stepwise.judgement;

import static dev.stepwise.judgement.MachineMails.human;
import static dev.stepwise.judgement.MachineMails.mail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.judgement.Judgement.ReadReceipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptsTest {
  @ParameterizedTest
  @ValueSource(strings = {"displayed", "deleted", "denied", "dispatched", "processed", "failed"})
  void a_disposition_notification_is_a_receipt_whatever_was_done(String disposition) {
    String source =
        """
        From: Ada <ada@example.org>
        Subject: Read: Hello
        Content-Type: multipart/report; report-type=disposition-notification; boundary=b

        --b

        Your mail.
        --b
        Content-Type: message/disposition-notification

        Final-Recipient: rfc822; ada@example.org
        Disposition: manual-action/MDN-sent-manually; %s
        --b--
        """
            .formatted(disposition);

    assertThat(Receipts.find(mail(source)))
        .hasValueSatisfying(found -> assertThat(found.evidence()).endsWith("; " + disposition));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Return Receipt: Hello   | Your document: Hello was received by: Ada at: 10/11/2026",
        "Read: Hello             | Your message to Ada was read on Tuesday.",
        "Not read: Hello         | Your message was deleted without being read on Tuesday.",
        "Gelesen: Hallo          | Ihre Nachricht wurde am Dienstag gelesen am 10.11.",
        "Lu : Bonjour            | Votre message a été lu mardi.",
        "Leído: Hola             | Su mensaje fue leído el martes.",
        "Letto: Ciao             | Il messaggio è stato letto martedì.",
        "Gelezen: Hallo          | Uw bericht is gelezen op dinsdag.",
        "開封済み: こんにちは      | メッセージが開封されました"
      })
  void without_mime_subject_and_text_together_tell(String subject, String text) {
    assertThat(Receipts.find(human(subject, text))).containsInstanceOf(ReadReceipt.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Read: our offer         | Yes, please send it over.",
        "Re: Hello               | Your mail was read by my boss, and she likes it.",
        "Hello                   | Your document is great, thank you."
      })
  void one_sign_alone_is_a_humans(String subject, String text) {
    assertThat(Receipts.find(human(subject, text))).isEmpty();
  }

  @Test
  void a_long_text_is_somebodys_words() {
    String text = "Your message was read on Tuesday by all of us. ".repeat(50);

    assertThat(Receipts.find(human("Read: Hello", text))).isEmpty();
  }
}
