package dev.stepwise.visible;

import dev.stepwise.visible.Line.Kind;
import java.util.List;

/** Code between two lines that begin with three backticks is typed, whatever it looks like. */
final class Fences {
  private static final String FENCE = "```";

  private Fences() {}

  static void plain(List<Line> lines) {
    int open = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).text().stripLeading().startsWith(FENCE)) {
        if (open >= 0) {
          plainLines(lines.subList(open, i + 1));
        }
        open = open >= 0 ? -1 : i;
      }
    }
  }

  private static void plainLines(List<Line> fenced) {
    fenced.replaceAll(line -> line.as(Kind.CODE));
  }
}
