package dev.stepwise.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.MailCorpus;
import dev.stepwise.inbound.MailCorpus.Row;
import dev.stepwise.mime.MimeReader;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What the issue asks of answers, on the labelled mails that lie beside the checkout. */
class JudgeCorpusTest {
  private record Judged(Row row, Judgement judgement) {
    boolean isRight() {
      return Labels.label(judgement).equals(row.label());
    }
  }

  @Test
  void no_persons_mail_lets_the_sequence_go_on() {
    List<Judged> humans = judged(row -> row.label().equals("human-reply"));

    assertThat(humans).isNotEmpty().allMatch(human -> Labels.stops(human.judgement()));
    assertThat(share(humans)).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void automatic_replies_are_found() {
    assertThat(share(judged(row -> row.label().equals("auto-reply")))).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void calendar_mails_are_found() {
    assertThat(share(judged(row -> row.label().equals("calendar")))).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void requests_to_opt_out_are_found() {
    List<Judged> requests = judged(row -> row.label().equals("unsubscribe-request"));

    assertThat(share(requests)).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void no_hard_bounce_is_taken_for_an_automatic_reply() {
    List<Judged> bounces = judged(row -> row.label().equals("bounce-hard"));

    assertThat(bounces)
        .isNotEmpty()
        .noneMatch(bounce -> Labels.label(bounce.judgement()).equals("auto-reply"));
  }

  private static double share(List<Judged> judged) {
    return judged.stream().filter(Judged::isRight).count() / (double) judged.size();
  }

  private static List<Judged> judged(Predicate<Row> which) {
    MailCorpus corpus = MailCorpus.assumed();
    return corpus.rows().stream().filter(which).map(row -> judged(corpus, row)).toList();
  }

  private static Judged judged(MailCorpus corpus, Row row) {
    Mail mail = MimeReader.read(corpus.bytes(row));
    return new Judged(row, Judge.judge(mail, Situations.of(mail)));
  }
}
