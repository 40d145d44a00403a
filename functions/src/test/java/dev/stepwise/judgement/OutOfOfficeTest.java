package dev.stepwise.judgement;

import static dev.stepwise.judgement.MailFixture.automatic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.judgement.Judgement.LeftCompany;
import dev.stepwise.judgement.Judgement.OutOfOffice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All mails came on Tuesday, 10 November 2026. */
class OutOfOfficeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          # English
          2026-11-23 | I am out of the office until Monday, 23 November 2026 with limited access to email.
          2026-11-23 | I'm on vacation. I will be back on November 23rd.
          2026-11-23 | I am out of the office and will return on Mon, Nov 23.
          2026-11-21 | I am out of office through November 20.
          2026-11-21 | Out of office from 9 to 20 November.
          2026-11-21 | I will be on leave from Nov 9 - Nov 20.
          2026-11-21 | I am away until and including 20 November.
          2026-11-23 | I'm away from 9 Nov to 20 Nov, returning on 23 Nov. Call me on 555-1234.
          2027-01-05 | I am on leave and back on Tuesday 5 January.
          2027-01-04 | On parental leave until 2027-01-04.
          2026-11-23 | I am out of the office. I will not be back until 23/11.
          2026-11-16 | I'm travelling this week and will be back in the office on Monday.
          2026-11-11 | Out of the office today, I will be back tomorrow.
          2026-11-16 | I am out of office and return next week.
          2026-11-23 | Out of office. Back Monday the 23rd.
          2026-11-23 | Our office is closed and will reopen on 23 November at 9.30.
          2026-11-16 | I am away until next Monday (16 Nov).
          # Ranges and cases that languages put behind
          2026-11-21 | Jag är ledig 9-20 november.
          2026-11-21 | Olen lomalla 9.11.-20.11.2026.
          2026-11-20 | 2026. november 20-ig szabadságon vagyok.
          2026-11-20 | 20 Kasım'a kadar izindeyim.
          2026-11-23 | Jeg holder ferie og er tilbage d. 23/11.
          # German
          2026-11-23 | Ich bin bis einschließlich 20.11.2026 nicht im Büro und ab dem 23.11. wieder erreichbar.
          2026-11-21 | Ich bin bis einschließlich 20.11. abwesend.
          2026-11-20 | Bis zum 20. November bin ich im Urlaub.
          2026-11-23 | Ich bin vom 9.11. bis 20.11.2026 im Urlaub. Am Montag, den 23.11.2026, bin ich wieder für Sie da.
          2026-11-23 | Ich bin derzeit nicht im Haus und am 23. November zurück.
          2027-01-11 | Ich bin im Urlaub und erst ab dem 11. Januar wieder erreichbar.
          2026-11-21 | Ich bin vom 9. bis 20. November nicht im Büro.
          # French
          2026-11-23 | Je suis absente du bureau jusqu’au 20 novembre inclus. Je serai de retour le lundi 23 novembre.
          2026-11-21 | Je suis en congés du 9 au 20 novembre.
          2026-11-21 | Absent jusqu'au 20/11 inclus.
          2026-12-01 | Je suis en vacances, de retour le 1er décembre.
          # Spanish, Portuguese, Italian
          2026-11-23 | Estaré fuera de la oficina del 9 al 20 de noviembre. Me reincorporo el lunes 23.
          2027-01-07 | Estoy de vacaciones. Vuelvo el 7 de enero.
          2026-11-20 | Estoy ausente hasta el 20 de noviembre de 2026.
          2026-11-23 | Estou de férias e regresso no dia 23 de novembro.
          2026-11-20 | Estarei ausente até 20/11/2026.
          2026-11-20 | Sarò fuori ufficio fino al 20/11/2026.
          2026-11-23 | Sono in ferie e rientrerò lunedì 23 novembre.
          # Dutch
          2026-11-23 | Ik ben afwezig t/m vrijdag 20 november. Vanaf maandag 23 november ben ik weer bereikbaar.
          2026-11-21 | Ik ben met vakantie tot en met 20 november.
          # Swedish, Danish, Norwegian, Finnish
          2026-11-21 | Jag har semester till och med den 20 november.
          2026-11-23 | Jag är på semester och åter den 23 november.
          2026-11-21 | Jeg er på ferie til og med den 20. november.
          2026-11-23 | Jeg er på ferie og er tilbage mandag den 23. november.
          2026-11-23 | Jeg er tilbake på kontoret 23. november, er på ferie.
          2026-11-20 | Olen lomalla 20.11. asti.
          2026-11-23 | Olen lomalla ja palaan töihin 23.11.2026.
          # Polish, Czech, Hungarian, Romanian
          2026-11-20 | Jestem poza biurem do 20 listopada 2026 r.
          2026-11-23 | Przebywam na urlopie. Wracam 23 listopada.
          2026-11-20 | Do 20. 11. 2026 čerpám dovolenou.
          2026-11-23 | Jsem na dovolené, zpět v kanceláři budu 23. listopadu.
          2026-11-23 | Szabadságon vagyok, november 23-án térek vissza.
          2026-11-23 | Sunt în concediu și revin pe 23 noiembrie.
          # Russian, Ukrainian, Greek, Turkish
          2026-11-23 | Я в отпуске и вернусь 23 ноября.
          2026-11-20 | Я в отпуске до 20.11.2026.
          2026-11-23 | Я у відпустці, повернусь 23 листопада.
          2026-11-23 | Είμαι εκτός γραφείου και επιστρέφω στις 23 Νοεμβρίου.
          2026-11-23 | Yıllık izindeyim, 23 Kasım'da döneceğim.
          # Japanese, Chinese, Korean
          2026-11-20 | 11月20日（金）まで休暇をいただいております。
          2026-11-23 | 休暇中です。11月23日より出社いたします。
          2027-01-05 | 我正在休假，1月5日回来。
          2026-11-23 | 휴가 중입니다. 11월 23일에 복귀합니다.
          """)
  void the_day_of_return_is_the_first_day_back(LocalDate back, String text) {
    assertThat(backFrom(text)).as(text).isEqualTo(back);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am currently out of the office with limited access to email.",
        "I was out of the office until 6 November and am catching up. Still on leave on paper.",
        "I was on vacation until 2 November 2025.",
        "I am out of the office. In urgent cases call +49 30 1234567 or 0171-23 11 26.",
        "I am out of office. Our fair is 24/7.",
        "Ich bin im Urlaub."
      })
  void without_a_day_ahead_there_is_no_day_of_return(String text) {
    assertThat(backFrom(text)).isNull();
  }

  @Test
  void an_american_clock_puts_the_month_first() {
    String text = "I will be out of the office until 12/01/2026.";

    OutOfOffice west =
        (OutOfOffice) automatic(text).header("Date: Tue, 10 Nov 2026 08:00:00 -0500").judged();
    OutOfOffice europe =
        (OutOfOffice) automatic(text).header("Date: Tue, 10 Nov 2026 08:00:00 +0000").judged();

    assertThat(west.back()).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(europe.back()).isEqualTo(LocalDate.of(2026, 12, 1));
  }

  @Test
  void a_day_that_cannot_be_a_month_is_a_day() {
    assertThat(backFrom("I am out of the office until 11/23/2026."))
        .isEqualTo(LocalDate.of(2026, 11, 23));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jane Roe no longer works for Contact Inc.",
        "I have left the company.",
        "Jane is no longer with us.",
        "Thank you for your mail. John retired from Contact Inc on 31 October 2026.",
        "This mailbox is no longer monitored.",
        "This email address is no longer in use.",
        "Ich bin nicht mehr für die Contact GmbH tätig.",
        "Frau Roe ist nicht mehr im Unternehmen.",
        "Herr Roe hat unser Unternehmen verlassen.",
        "Jeanne ne fait plus partie de la société.",
        "J'ai quitté l'entreprise.",
        "Juana ya no trabaja en la empresa.",
        "A Joana já não trabalha na empresa.",
        "Giovanna non lavora più presso la nostra azienda.",
        "Jan is niet meer werkzaam bij Contact BV.",
        "Jane har slutat på Contact AB.",
        "Jane er ikke længere ansat hos os.",
        "Jan nie pracuje już w naszej firmie.",
        "Jana už v naší společnosti nepracuje: již nepracuje v Contact.",
        "Иван больше не работает в компании.",
        "Ayşe artık çalışmıyor, şirketimizden ayrılmıştır.",
        "山田は退職いたしました。",
        "张三已离职。"
      })
  void who_is_gone_for_good_has_left(String text) {
    assertThat(automatic(text).judged()).as(text).isInstanceOf(LeftCompany.class);
  }

  @ParameterizedTest
  @FieldSource("ABSENT")
  void an_absence_in_any_language_is_out_of_office(String text) {
    assertThat(automatic(text).judged()).as(text).isInstanceOf(OutOfOffice.class);
  }

  @SuppressWarnings("UnusedVariable") // JUnit reads it by its name.
  private static final String[] ABSENT =
      """
      I'm on maternity leave.
      Derzeit bin ich in Elternzeit.
      Actuellement en déplacement, je consulte peu mes mails.
      Estoy de baja.
      Estou de licença.
      Sono in malattia.
      Ik ben met verlof.
      Jag är föräldraledig.
      Jeg er på barsel.
      Olen virkamatkalla.
      Olen puhkusel.
      Esmu atvaļinājumā.
      Šiuo metu atostogauju.
      Przebywam na urlopie.
      Mám dovolenou.
      Na dopustu sem.
      Na godišnjem odmoru sam.
      Szabadságon vagyok.
      Sunt în concediu.
      Я в командировке.
      Я у відпустці.
      В отпуска съм.
      Λείπω σε άδεια.
      İzindeyim.
      أنا في إجازة.
      אני בחופשה.
      休暇中です。
      我在休假。
      휴가 중입니다.
      Tôi đang nghỉ phép.
      Saya sedang cuti.
      """
          .split("\n");

  private static @Nullable LocalDate backFrom(String text) {
    return ((OutOfOffice) automatic(text).judged()).back();
  }
}
