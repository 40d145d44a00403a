package dev.stepwise.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.MailCorpus;
import dev.stepwise.inbound.MailCorpus.Row;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class MalformedCorpusTest {
  @Test
  void no_mail_of_the_corpus_takes_a_second_or_128_megabytes() {
    MailCorpus corpus = MailCorpus.assumed();
    SoftAssertions softly = new SoftAssertions();

    long slowest = 0;
    long largest = 0;
    for (Row row : corpus.rows()) {
      Effort<Mail> effort = Effort.of(() -> MimeReader.read(corpus.bytes(row)));
      softly.assertThat(effort.millis()).as(row.path()).isLessThan(1_000);
      softly.assertThat(effort.megabytes()).as(row.path()).isLessThan(128);
      slowest = Math.max(slowest, effort.millis());
      largest = Math.max(largest, effort.megabytes());
    }

    softly.assertAll();
    System.out.printf("mails: at most %d ms and %d MB each%n", slowest, largest);
  }

  @Test
  void hardly_a_mail_of_the_corpus_is_given_up() {
    MailCorpus corpus = MailCorpus.assumed();

    var givenUp =
        corpus.rows().stream()
            .filter(row -> !row.label().equals("malformed"))
            .filter(row -> !MimeReader.read(corpus.bytes(row)).cut().isEmpty())
            .map(Row::path);

    assertThat(givenUp).isEmpty();
  }
}
