package dev.stepwise.visible;

import dev.stepwise.visible.Line.Kind;
import java.util.ArrayList;
import java.util.List;

/** Finds the quotes that begin, inside, with the line that says whose words they are. */
final class QuoteHeads {
  private static final int LONGEST_HEAD = 10;

  private QuoteHeads() {}

  static void mark(List<Line> lines) {
    boolean inQuote = false;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.is(Kind.QUOTE) && !inQuote && isHead(lines, i)) {
        lines.set(i, line.as(Kind.ATTRIBUTION));
      }
      inQuote = line.is(Kind.QUOTE) || (inQuote && line.is(Kind.BLANK));
    }
  }

  private static boolean isHead(List<Line> lines, int at) {
    List<Line> inside = new ArrayList<>();
    for (int i = at; i < Math.min(lines.size(), at + LONGEST_HEAD); i++) {
      if (!lines.get(i).is(Kind.QUOTE)) {
        break;
      }
      String text = lines.get(i).text().stripLeading().substring(1);
      inside.add(new Line(text, Classifier.alone(text)));
    }
    Attributions.mark(inside);
    FieldBlocks.mark(inside);
    return inside.getFirst().is(Kind.ATTRIBUTION) || inside.getFirst().is(Kind.CUT);
  }
}
