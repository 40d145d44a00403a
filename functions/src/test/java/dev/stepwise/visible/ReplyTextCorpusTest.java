package dev.stepwise.visible;

import static dev.stepwise.visible.Replies.spaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Pairs of a reply and what its author typed, collected elsewhere, which lie beside the checkout.
 */
class ReplyTextCorpusTest {
  private static final double ENOUGH = 0.95;

  private record Pair(String source, String kind, String name, boolean equal) {}

  @Test
  void at_least_95_of_100_plain_pairs_are_equal(TestReporter reporter) throws IOException {
    String corpus = System.getProperty("mail.corpus", "");
    assumeTrue(!corpus.isEmpty(), "no -Dmail.corpus=DIR: the pairs lie beside the checkout");
    Path folder = Path.of(corpus, "reply-text");
    assumeTrue(Files.isDirectory(folder), "no folder reply-text in " + corpus);

    List<Pair> pairs = pairs(folder);

    reporter.publishEntry(rates(pairs));
    List<String> unequal =
        pairs.stream().filter(pair -> !pair.equal()).map(Pair::name).sorted().toList();
    assertThat(1 - (double) unequal.size() / pairs.size())
        .as("unequal: %s", unequal)
        .isGreaterThanOrEqualTo(ENOUGH);
  }

  private static List<Pair> pairs(Path folder) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("index.tsv"))) {
      String[] cells = line.split("\t");
      if (cells.length > 2 && cells[2].startsWith("plain")) {
        pairs.add(pair(folder, cells));
      }
    }
    return pairs;
  }

  private static Pair pair(Path folder, String[] cells) throws IOException {
    String visible = VisibleText.ofText(Files.readString(folder.resolve(cells[0])));
    String expected = Files.readString(folder.resolve(cells[1]));
    String source = cells[0].substring(0, cells[0].indexOf('/'));
    return new Pair(source, cells[2], cells[0], spaced(visible).equals(spaced(expected)));
  }

  /** "equal of all", by source and kind. */
  private static Map<String, String> rates(List<Pair> pairs) {
    Map<String, int[]> counts = new TreeMap<>();
    for (Pair pair : pairs) {
      int[] count = counts.computeIfAbsent(pair.source() + ", " + pair.kind(), _ -> new int[2]);
      count[0] += pair.equal() ? 1 : 0;
      count[1]++;
    }
    Map<String, String> rates = new TreeMap<>();
    counts.forEach((name, count) -> rates.put(name, count[0] + " of " + count[1]));
    return rates;
  }
}
