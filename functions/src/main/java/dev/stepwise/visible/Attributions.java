package dev.stepwise.visible;

import dev.stepwise.visible.Line.Kind;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the line above a quote that says who wrote it and when, also where it is broken over
 * several lines. It is looked for from its end, which is rare, back to its start.
 */
final class Attributions {
  private static final int LONGEST_IN_LINES = 6;

  /** What is left of an address that was broken before its ">". */
  private static final Pattern LOOSE_END = Pattern.compile("\\s*>[^>]{0,60}[:：]\\s*");

  private Attributions() {}

  static void mark(List<Line> lines) {
    for (int end = 0; end < lines.size(); end++) {
      if (mayEnd(lines, end)) {
        int start = start(lines, end);
        for (int i = Math.max(start, 0); start >= 0 && i <= end; i++) {
          lines.set(i, lines.get(i).as(Kind.ATTRIBUTION));
        }
      }
    }
  }

  private static boolean mayEnd(List<Line> lines, int at) {
    Line line = lines.get(at);
    if (line.text().length() > Classifier.LONGEST) {
      return false;
    }
    return switch (line.kind()) {
      case TEXT -> Attribution.mayEndIn(line.text());
      case QUOTE ->
          at > 0 && lines.get(at - 1).is(Kind.TEXT) && LOOSE_END.matcher(line.text()).matches();
      case BLANK, CODE, ATTRIBUTION, CUT, SIGNATURE, FOOTER, NOTICE, RULE -> false;
    };
  }

  /** The line in which the attribution that ends here starts, or -1 if it is none. */
  private static int start(List<Line> lines, int end) {
    boolean quoted = quoteFollows(lines, end);
    String text = "";
    for (int start = end; start >= Math.max(0, end - LONGEST_IN_LINES + 1); start--) {
      Line line = lines.get(start);
      if ((start < end && !line.is(Kind.TEXT) && !line.is(Kind.BLANK))
          || text.length() + line.text().length() > Classifier.LONGEST) {
        return -1;
      }
      text = line.text() + " " + text;
      if (line.is(Kind.TEXT) || start == end) {
        Attribution found = new Attribution(Spaces.plain(text), quoted, blanks(lines, start, end));
        if (found.isComplete()) {
          return whole(lines, start, text);
        }
      }
    }
    return -1;
  }

  /** Half an attribution may look whole: the lines before it that open it belong to it. */
  private static int whole(List<Line> lines, int start, String text) {
    boolean torn = text.stripLeading().startsWith("<");
    for (int i = start - 1; i >= Math.max(0, start - 2); i--) {
      Line line = lines.get(i);
      if (line.is(Kind.TEXT) && Attribution.opens(line.text(), text)) {
        return i;
      }
      if (!line.is(Kind.TEXT) && !(torn && line.is(Kind.BLANK))) {
        return start;
      }
    }
    return start;
  }

  private static boolean blanks(List<Line> lines, int start, int end) {
    return lines.subList(start, end + 1).stream().anyMatch(line -> line.is(Kind.BLANK));
  }

  private static boolean quoteFollows(List<Line> lines, int at) {
    int next = at + 1;
    while (next < lines.size() && lines.get(next).is(Kind.BLANK)) {
      next++;
    }
    return next < lines.size() && lines.get(next).is(Kind.QUOTE);
  }
}
