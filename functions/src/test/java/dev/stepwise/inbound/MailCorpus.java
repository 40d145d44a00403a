package dev.stepwise.inbound;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stepwise.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The labelled mails that lie beside the checkout, in the folder that the system property {@code
 * mail.corpus} names: there or in its folder {@code corpus} is labels.tsv. Tests that need them are
 * skipped without them.
 */
public record MailCorpus(Path folder) {
  /** One mail: its file within the folder, what it is, and where it came from. */
  public record Row(String path, String label, String subclass, String source) {
    /** True when people disagree on what it is, beyond its label. */
    public boolean isDisputed() {
      return subclass.contains("disputed");
    }
  }

  /** The corpus, or an assumption that fails and says so. */
  public static MailCorpus assumed() {
    String named = System.getProperty("mail.corpus", "");
    assumeTrue(!named.isEmpty(), "skipped: no folder of mails in -Dmail.corpus=");
    Path inside = Path.of(named, "corpus");
    Path folder = Files.exists(inside.resolve("labels.tsv")) ? inside : Path.of(named);
    assumeTrue(Files.exists(folder.resolve("labels.tsv")), "skipped: no labels.tsv in " + folder);
    return new MailCorpus(folder);
  }

  /** All rows, in the order of the file. */
  public List<Row> rows() {
    try {
      return Files.readAllLines(folder.resolve("labels.tsv")).stream()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The mail's bytes. */
  public Bytes bytes(Row row) {
    try {
      return Bytes.of(Files.readAllBytes(folder.resolve(row.path())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
