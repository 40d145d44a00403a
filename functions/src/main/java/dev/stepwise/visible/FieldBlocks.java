package dev.stepwise.visible;

import dev.stepwise.visible.Line.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds the fields (From, Sent, To, Subject …) that Outlook and others repeat above a quote. */
final class FieldBlocks {
  /** So many lines that are no field may lie between two: folded lists of addresses, blanks. */
  private static final int GAP = 2;

  private static final int LONGEST_BLOCK = 24;

  private FieldBlocks() {}

  static void mark(List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).is(Kind.TEXT) && begins(lines, i)) {
        lines.set(i, lines.get(i).as(Kind.CUT));
      }
    }
  }

  /** True when a block of fields begins in this line. */
  private static boolean begins(List<Line> lines, int start) {
    Set<Field> found = Field.in(lines.get(start).text());
    if (found.isEmpty()) {
      return false;
    }
    Set<Field> all = EnumSet.copyOf(found);
    int gap = 0;
    for (int i = start + 1; i < Math.min(lines.size(), start + LONGEST_BLOCK); i++) {
      Set<Field> more = Field.in(lines.get(i).text());
      gap = more.isEmpty() ? gap + 1 : 0;
      if (gap > GAP) {
        break;
      }
      all.addAll(more);
    }
    return Field.makeBlock(all);
  }
}
