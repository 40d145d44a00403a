package dev.stepwise.mail;

import static dev.stepwise.enrollment.EnrollmentExamples.opening;
import static dev.stepwise.enrollment.EnrollmentExamples.reply;
import static dev.stepwise.enrollment.EnrollmentExamples.rita;
import static dev.stepwise.enrollment.EnrollmentExamples.version;
import static dev.stepwise.mail.MailExamples.composer;
import static dev.stepwise.mail.MailExamples.dossier;
import static dev.stepwise.mail.MailExamples.sending;
import static dev.stepwise.mail.MailExamples.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.contact.Contact;
import dev.stepwise.enrollment.Dossier;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.MailThread;
import dev.stepwise.enrollment.OwnCopy;
import dev.stepwise.mail.Composer.Composed;
import dev.stepwise.sequence.Step;
import dev.stepwise.sequence.Version;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComposerTest {
  private static final Version VERSION =
      version(
          opening("a", "Hello {{contact.firstName|there}}", "Dear {{contact.firstName}}"),
          reply("b", "Did you see this?"),
          opening("c", "Something else", "New"),
          reply("d", "Goodbye"));

  @Test
  void the_first_mail_opens_a_thread() {
    Composed.Ready mail = composed(sending(1, null, List.of()));

    assertThat(mail.thread()).isEqualTo(new MailThread(1, "Hello Ada"));
    assertThat(mail.letter().subject()).isEqualTo("Hello Ada");
    assertThat(mail.letter().headers()).doesNotContainKeys("In-Reply-To", "References");
    assertThat(mail.letter().tags())
        .isEqualTo(Map.of("enrollment", "e1", "step", "1", "attempt", "3"));
  }

  @Test
  void a_reply_answers_the_last_mail_of_its_thread() {
    MailThread thread = new MailThread(1, "Hello Ada");
    Composed.Ready mail = composed(sending(2, thread, List.of(sent(1, "m1"))));

    assertThat(mail.thread()).isEqualTo(thread);
    assertThat(mail.letter().subject()).isEqualTo("Re: Hello Ada");
    assertThat(mail.letter().headers())
        .containsEntry("In-Reply-To", "<m1@email.amazonses.com>")
        .containsEntry("References", "<m1@email.amazonses.com>");
  }

  @Test
  void a_new_thread_in_the_middle_knows_nothing_of_the_old_one() {
    MailThread old = new MailThread(1, "Hello Ada");
    List<Entry> sent = List.of(sent(1, "m1"), sent(2, "m2"));
    Composed.Ready third = composed(sending(3, old, sent));

    assertThat(third.thread()).isEqualTo(new MailThread(3, "Something else"));
    assertThat(third.letter().subject()).isEqualTo("Something else");
    assertThat(third.letter().headers()).doesNotContainKeys("In-Reply-To", "References");
  }

  @Test
  void a_reply_in_the_second_thread_refers_to_that_thread_only() {
    MailThread second = new MailThread(3, "Something else");
    List<Entry> sent = List.of(sent(1, "m1"), sent(2, "m2"), sent(3, "m3"));
    Composed.Ready fourth = composed(sending(4, second, sent));

    assertThat(fourth.letter().subject()).isEqualTo("Re: Something else");
    assertThat(fourth.letter().headers()).containsEntry("References", "<m3@email.amazonses.com>");
  }

  @Test
  void a_threaded_step_with_nothing_before_it_opens_a_thread_with_its_roots_subject() {
    Composed.Ready second = composed(sending(2, null, List.of()));
    Composed.Ready fourth = composed(sending(4, null, List.of()));

    assertThat(second.letter().subject()).isEqualTo("Hello Ada");
    assertThat(second.thread()).isEqualTo(new MailThread(2, "Hello Ada"));
    assertThat(fourth.letter().subject()).isEqualTo("Something else");
  }

  @Test
  void references_name_the_first_and_the_last_and_stay_under_995_characters() {
    Step[] steps =
        IntStream.rangeClosed(1, 50)
            .mapToObj(n -> n == 1 ? opening("s1", "Hello", "x") : reply("s" + n, "x"))
            .toArray(Step[]::new);
    List<Entry> sent =
        IntStream.range(1, 50).mapToObj(n -> sent(n, "%02d".formatted(n).repeat(30))).toList();
    Enrollment e = sending(50, new MailThread(1, "Hello"), sent);

    Composed.Ready mail = composed(e, version(steps), dossier(rita()));

    String references = mail.letter().headers().getOrDefault("References", "");
    assertThat(references.length()).isLessThan(995);
    assertThat(references).startsWith("<" + "01".repeat(30)).doesNotContain("02".repeat(30));
    assertThat(references).endsWith("49".repeat(30) + "@email.amazonses.com>");
    assertThat(references.split(" ")).doesNotHaveDuplicates().hasSize(10);
    assertThat(mail.letter().headers().get("In-Reply-To")).contains("49".repeat(30));
  }

  @Test
  void every_mail_can_be_unsubscribed_from_with_one_click() {
    Map<String, String> headers = composed(sending(1, null, List.of())).letter().headers();

    assertThat(headers.get("List-Unsubscribe"))
        .matches(
            "<mailto:o\\w+@[a-z.]+\\?subject=unsubscribe>, <https://api\\.example\\.com/u/u\\w+>")
        .hasSizeLessThan(995);
    assertThat(headers).containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }

  @Test
  void own_copy_takes_the_place_of_the_steps_own() {
    Map<Integer, OwnCopy> own = Map.of(1, new OwnCopy("Just for you", "Only you"));
    Dossier dossier = dossier(EnrollmentExamples.ada(), rita(), own);

    Letter letter = composed(sending(1, null, List.of()), VERSION, dossier).letter();

    assertThat(letter.subject()).isEqualTo("Just for you");
    assertThat(letter.text()).startsWith("Only you\n");
    assertThat(letter.html()).contains("Only you");
  }

  @Test
  void a_mail_with_blanks_is_not_written() {
    Contact nameless = Contact.of(EnrollmentExamples.ada().email());

    Composed composed =
        composer()
            .compose(sending(1, null, List.of()), VERSION, dossier(nameless, rita(), Map.of()));

    assertThat(composed).isEqualTo(new Composed.Missing(List.of("contact.firstName")));
  }

  @Test
  void a_subject_stays_one_line_whatever_is_inserted() {
    Version sly = version(opening("a", "From {{sender.signature}}", "x"));

    Letter letter = composed(sending(1, null, List.of()), sly, dossier(rita())).letter();

    assertThat(letter.subject()).isEqualTo("From Rita Example Ltd");
  }

  private static Composed.Ready composed(Enrollment e) {
    return composed(e, VERSION, dossier(rita()));
  }

  private static Composed.Ready composed(Enrollment e, Version version, Dossier dossier) {
    return (Composed.Ready) composer().compose(e, version, dossier);
  }
}
