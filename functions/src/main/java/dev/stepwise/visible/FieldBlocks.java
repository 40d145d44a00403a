package dev.stepwise.visible;

import dev.stepwise.visible.Line.Kind;
import java.util.List;
import java.util.Set;

/** Finds the fields (From, Sent, To, Subject …) that Outlook and others repeat above a quote. */
final class FieldBlocks {
  /** So many lines that are no field may lie between two: folded lists of addresses, blanks. */
  private static final int GAP = 2;

  private static final int LONGEST = 24;

  private FieldBlocks() {}

  static void mark(List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).is(Kind.TEXT)) {
        int end = end(lines, i);
        lines.subList(i, Math.max(i, end)).replaceAll(line -> line.as(Kind.CUT));
      }
    }
  }

  /** Where the block of fields ends that begins in this line, or the line itself if none does. */
  private static int end(List<Line> lines, int start) {
    Set<Field> found = Field.in(lines.get(start).text());
    int end = start;
    for (int i = start; !found.isEmpty() && i < Math.min(lines.size(), start + LONGEST); i++) {
      Set<Field> more = Field.in(lines.get(i).text());
      found.addAll(more);
      end = more.isEmpty() ? end : i + 1;
      if (i - end >= GAP) {
        break;
      }
    }
    return Field.makeBlock(found) ? end : start;
  }
}
