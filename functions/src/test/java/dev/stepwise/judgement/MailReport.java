package dev.stepwise.judgement;

import dev.stepwise.Bytes;
import dev.stepwise.inbound.Mail;
import dev.stepwise.mime.MimeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges a collection of labelled mails: prints how often each label was judged as what, and writes
 * a line for each mail. The collection is a folder with labels.tsv (path, label and more, by tabs,
 * below a line of titles), or one that has such a folder by the name of corpus.
 */
final class MailReport {
  private static final List<String> TITLES =
      List.of("path", "label", "judgement", "subclass", "evidence");

  private MailReport() {}

  /** One mail, its label, and what it was judged. */
  record Line(String path, String label, String judgement, String subclass, String evidence) {
    private String tabbed() {
      return List.of(path, label, judgement, subclass, evidence).stream()
          .map(cell -> cell.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " "))
          .collect(Collectors.joining("\t"));
    }
  }

  /** Takes the collection's folder and the file to write. */
  public static void main(String[] args) throws IOException {
    if (args.length < 2 || args[0].isBlank()) {
      throw new IllegalArgumentException("name the folder of labelled mails: -Dmail.corpus=DIR");
    }
    List<Line> lines = of(folder(Path.of(args[0])));
    List<String> written = new ArrayList<>(List.of(String.join("\t", TITLES)));
    lines.stream().map(Line::tabbed).forEach(written::add);
    Files.write(Path.of(args[1]), written);
    System.out.print(table(lines));
    System.out.println(written.size() - 1 + " mails, one a line in " + args[1]);
  }

  /** The judged mails of that folder, in the order of labels.tsv. */
  static List<Line> of(Path folder) throws IOException {
    byte[] labels = Files.readAllBytes(folder.resolve("labels.tsv"));
    return new String(labels, StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(line -> line.split("\t", -1))
        .map(cells -> line(folder, cells[0], cells.length > 1 ? cells[1] : "unlabelled"))
        .toList();
  }

  private static Path folder(Path named) {
    Path inside = named.resolve("corpus");
    return Files.exists(inside.resolve("labels.tsv")) ? inside : named;
  }

  private static Line line(Path folder, String path, String label) {
    try {
      Mail mail = MimeReader.read(Bytes.of(Files.readAllBytes(folder.resolve(path))));
      Judgement judged = Judge.judge(mail, Situations.of(mail));
      return new Line(
          path, label, Labels.label(judged), Labels.subclass(judged), judged.evidence());
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // One mail that cannot be read or judged is a line that says so, and no end.
      return new Line(path, label, "unreadable", "", e.toString());
    }
  }

  private static String table(List<Line> lines) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    TreeSet<String> judgements = new TreeSet<>();
    for (Line line : lines) {
      counts
          .computeIfAbsent(line.label(), _ -> new TreeMap<>())
          .merge(line.judgement(), 1, Integer::sum);
      judgements.add(line.judgement());
    }
    StringBuilder table = new StringBuilder(row("label \\ judged", List.copyOf(judgements)));
    counts.forEach((label, row) ->
        table.append(
            row(
                label,
                judgements.stream()
                    .map(judgement -> String.valueOf(row.getOrDefault(judgement, 0)))
                    .toList())));
    return table.toString();
  }

  private static String row(String label, List<String> cells) {
    return Arrays.asList(label, String.join("", cells.stream().map("%20s"::formatted).toList()))
            .stream()
            .collect(Collectors.joining(" ".repeat(Math.max(1, 20 - label.length()))))
        + "\n";
  }
}
