package dev.stepwise.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.MailCorpus;
import dev.stepwise.inbound.MailCorpus.Row;
import dev.stepwise.judgement.Judgement.Bounce;
import dev.stepwise.judgement.Judgement.Bounce.Kind;
import dev.stepwise.judgement.Judgement.Complaint;
import dev.stepwise.judgement.Judgement.ReadReceipt;
import dev.stepwise.mime.MimeReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class MachineMailCorpusTest {
  private static final Set<String> BOUNCES = Set.of("bounce-hard", "bounce-soft-delay");

  @Test
  void bounces_are_recognised() {
    assertThat(share(row -> BOUNCES.contains(row.label()), (row, found) -> found instanceof Bounce))
        .isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void hard_bounces_are_told_from_others() {
    assertThat(
            share(
                row -> BOUNCES.contains(row.label()) && !row.isDisputed(),
                (row, found) ->
                    found instanceof Bounce bounce
                        && (bounce.kind() == Kind.HARD) == row.label().equals("bounce-hard")))
        .isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void complaints_are_recognised() {
    assertThat(
            share(
                row -> row.label().equals("complaint-arf") && !isAboutAuthentication(row),
                (row, found) -> found instanceof Complaint))
        .isGreaterThanOrEqualTo(0.98);
    assertThat(
            share(
                MachineMailCorpusTest::isAboutAuthentication,
                (row, found) -> !(found instanceof Complaint)))
        .isEqualTo(1);
  }

  @Test
  void read_receipts_are_recognised() {
    assertThat(
            share(
                row -> row.label().equals("mdn-read-receipt"),
                (row, found) -> found instanceof ReadReceipt))
        .isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void nothing_that_a_human_or_another_machine_wrote_is_any_of_them() {
    Set<String> others =
        Set.of("human-reply", "auto-reply", "calendar", "unsubscribe-request", "other");
    MailCorpus corpus = MailCorpus.assumed();

    List<String> wrong =
        corpus.rows().stream()
            .filter(row -> others.contains(row.label()) && !row.subclass().contains("delivered"))
            .filter(row -> find(corpus, row).isPresent())
            .map(Row::path)
            .toList();

    assertThat(wrong).isEmpty();
  }

  private interface Check {
    boolean isRight(Row row, Judgement found);
  }

  private static double share(Predicate<Row> wanted, Check check) {
    MailCorpus corpus = MailCorpus.assumed();
    List<Row> rows = corpus.rows().stream().filter(wanted).toList();
    long right =
        rows.stream()
            .filter(row -> find(corpus, row).filter(found -> check.isRight(row, found)).isPresent())
            .count();
    System.out.printf("%d of %d%n", right, rows.size());
    return (double) right / rows.size();
  }

  private static boolean isAboutAuthentication(Row row) {
    return row.subclass().contains("auth-failure") || row.subclass().contains("dmarc");
  }

  private static Optional<Judgement> find(MailCorpus corpus, Row row) {
    Mail mail = MimeReader.read(corpus.bytes(row));
    return Loops.find(mail)
        .or(() -> Complaints.find(mail))
        .or(() -> Bounces.find(mail))
        .or(() -> Receipts.find(mail));
  }
}
