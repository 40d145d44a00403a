package dev.stepwise.judgement;

import static dev.stepwise.judgement.MailFixture.answer;
import static dev.stepwise.judgement.MailFixture.mail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.judgement.Judgement.Human;
import dev.stepwise.judgement.Judgement.OptOut;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutsTest {
  @SuppressWarnings("UnusedVariable") // JUnit reads it by its name.
  private static final String[] REQUESTS =
      """
      Please remove me from your list.
      Could you please take me off this mailing list?
      unsubscribe me please
      Not interested, please remove me.
      I am not interested please take me off your list
      Hi Sam, stop emailing me. Thanks
      Please stop contacting us.
      Please do not contact me again.
      Don't email me any more.
      Do not send me any more emails
      I don't want to receive any more mails from you.
      I would like to be removed from your database.
      We'd like to opt out.
      How do I unsubscribe from this?
      Please delete my data under GDPR.
      Nice try, but leave me alone!
      No more emails please
      Nice product, but please take my colleague bob@contact.example and me off your list.
      If this is a mailing list, please remove me from it and from your CRM.
      I did not sign up for this. Remove me.
      Unsubscribe please. We are a competitor.
      not interested - remove me
      I'd appreciate it if you stopped emailing me.
      Put me on your do not contact list.
      Bitte nehmen Sie mich aus Ihrem Verteiler.
      Bitte streichen Sie meine Adresse aus der Mailingliste.
      Ich möchte keine weiteren E-Mails erhalten.
      Bitte keine weiteren Mails.
      Schreiben Sie mir bitte nicht mehr.
      Bitte melden Sie mich ab.
      Ich widerspreche der Verarbeitung meiner Daten zu Werbezwecken.
      Bitte löschen Sie meine Daten.
      Merci de me désinscrire.
      Veuillez me retirer de votre liste de diffusion.
      Ne me contactez plus.
      Je ne souhaite plus recevoir vos messages.
      Arrêtez de m'envoyer des mails.
      Supprimez mon adresse de votre base, svp.
      Por favor, denme de baja.
      Elimíneme de su lista de correo.
      No quiero recibir más correos.
      Dejen de enviarme mensajes.
      Por favor, no me escriban más.
      Por favor, remova meu e-mail da lista.
      Não quero receber mais mensagens.
      Parem de me enviar e-mails.
      Cancellatemi dalla vostra lista.
      Non desidero più ricevere le vostre comunicazioni.
      Vi prego di rimuovere il mio indirizzo dalla mailing list.
      Graag uitschrijven van deze mailinglijst: schrijf mij uit.
      Ik wil geen mails meer ontvangen.
      Verwijder mij uit uw bestand.
      Proszę o usunięcie mojego adresu z bazy.
      Proszę mnie wypisać z newslettera.
      Nie chcę otrzymywać takich wiadomości.
      Ta bort mig från er lista, tack.
      Jag vill inte ha fler mail.
      Fjern mig venligst fra jeres liste.
      Jeg ønsker ikke at modtage flere mails.
      Vennligst fjern meg fra listen.
      Poistakaa minut listaltanne.
      En halua enää viestejä teiltä.
      Prosím, vyřaďte mě ze seznamu.
      Neposílejte mi další e-maily.
      Odhláste ma, prosím, zo zoznamu.
      Kérem, töröljenek a listáról.
      Vă rog să mă dezabonați: dezabonați-mă.
      Удалите меня из списка рассылки.
      Больше мне не пишите.
      Прошу исключить мой адрес из базы.
      Видаліть мене зі списку.
      Διαγράψτε με από τη λίστα σας.
      Lütfen beni listenizden çıkarın.
      Artık mail almak istemiyorum.
      הסירו אותי מרשימת התפוצה.
      يرجى إلغاء اشتراكي.
      今後のメール送信は不要です。
      メーリングリストから削除してください。
      请不要再给我发邮件。
      请把我从名单中删除。
      수신거부 부탁드립니다.
      """
          .split("\n");

  @SuppressWarnings("UnusedVariable") // JUnit reads it by its name.
  private static final String[] TRAPS =
      """
      Please don't unsubscribe me, just write to me in January.
      How do users unsubscribe in your product?
      We are not interested at the moment.
      No thanks.
      Do I need to unsubscribe?
      Please cancel.
      Cancel our call on Tuesday, please.
      I can't stop using it!
      Is this spam?
      Your unsubscribe link looks broken, by the way.
      Can your tool remove bounced addresses from our list?
      We want to stop sending emails to people who left. Can you do that?
      Please don't contact me before January.
      Don't call me, write to me.
      You never emailed me the deck you promised.
      Please remove the attachment, it is too large for our gateway.
      Take me through your list of features, please.
      Could you send me a list of customers?
      I am on the list already, thanks!
      We have to stop using our current CRM by March. Tell me more.
      I don't want to miss this. Please send more details.
      What happens when recipients unsubscribe?
      If I wanted to unsubscribe I would have said so. Let's talk.
      Melden Sie sich bei uns ab 9 Uhr.
      Nehmen Sie mich gern beim Wort.
      Wir brauchen derzeit keine weiteren Angebote, vielleicht im Frühjahr.
      Kein Interesse, danke.
      Wie können sich Empfänger bei Ihnen abmelden?
      Können wir den Termin streichen und am Montag sprechen?
      Nous ne sommes pas intéressés pour le moment.
      Je ne peux pas supprimer la réunion, mais je serai là.
      No me interesa por ahora.
      ¿Se puede quitar la marca de agua de la propuesta?
      Non siamo interessati al momento.
      Op dit moment geen interesse.
      Obecnie nie jestem zainteresowany.
      Nej tack, inte just nu.
      Пока не интересно, вернитесь к нам весной.
      今は興味がありません。
      暂时不需要，谢谢。
      """
          .split("\n");

  @ParameterizedTest
  @FieldSource("REQUESTS")
  void a_request_in_words_opts_out(String text) {
    assertThat(answer(text).judged()).isInstanceOf(OptOut.class);
  }

  @ParameterizedTest
  @FieldSource("TRAPS")
  void what_only_sounds_like_a_request_is_an_answer(String text) {
    assertThat(answer(text).judged()).isInstanceOf(Human.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unsubscribe",
        "STOP",
        "remove",
        "Remove me.",
        "unsubscribe please",
        "Abmelden",
        "Bitte abmelden",
        "désinscription",
        "baja",
        "Dar de baja",
        "cancellami",
        "uitschrijven",
        "wypisz mnie",
        "avregistrera",
        "afmeld",
        "отписаться",
        "配信停止",
        "退订",
        "수신거부"
      })
  void a_command_and_a_name_below_it_opts_out(String command) {
    assertThat(answer(command + "\n\nAda Example").judged()).isInstanceOf(OptOut.class);
    assertThat(mail(command, "").judged()).isInstanceOf(OptOut.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Stop by on Thursday?", "Remove what?", "Opt-out of what?", "Baja California"})
  void more_than_a_command_is_an_answer(String text) {
    assertThat(answer(text).judged()).isInstanceOf(Human.class);
  }

  @Test
  void our_own_words_in_the_quote_do_not_count() {
    String quoted =
        "Yes, let's talk.\n\nOn Mon, 9 Nov 2026 at 10:00, Sam <sam@example.com> wrote:\n";

    Judgement judged =
        answer(quoted + "> Please unsubscribe me\n> Unsubscribe: https://x.example\n").judged();

    assertThat(judged).isInstanceOf(Human.class);
  }

  @Test
  void apples_button_opts_out_though_it_says_that_it_is_automatic() {
    MailFixture button =
        mail("unsubscribe", "Apple Mail sent this email to unsubscribe from the message.")
            .header("Auto-Submitted: auto-replied")
            .header("X-Apple-Unsubscribe: true");

    assertThat(button.judged()).isInstanceOf(OptOut.class);
  }

  @Test
  void gmails_button_opts_out() {
    MailFixture button = mail("Unsubscribe", "This message was automatically generated by Gmail.");

    assertThat(button.judged()).isInstanceOf(OptOut.class);
  }

  @Test
  void whatever_comes_to_our_address_for_it_opts_out() {
    MailFixture mail = mail("", "").header("Auto-Submitted: auto-generated");
    Situation button = new Situation(Set.of(), "", Set.of(), true, MailFixture.DAY);

    assertThat(Judge.judge(mail.read(), button)).isInstanceOf(OptOut.class);
  }
}
