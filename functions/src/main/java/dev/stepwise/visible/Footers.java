package dev.stepwise.visible;

import dev.stepwise.visible.Line.Kind;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what devices, mail programs and companies add below what was typed. */
final class Footers {
  private static final int LONGEST = 200;
  private static final Pattern DEVICE = Phrases.expressions("devices.txt");
  private static final Pattern OPENER = Phrases.pattern(Phrases.anyOf("device-openers.txt"));
  private static final Pattern NOTICE = Phrases.expressions("disclaimers.txt");

  private Footers() {}

  static void mark(List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).is(Kind.TEXT)) {
        lines.set(i, lines.get(i).as(kind(lines, i)));
      }
    }
  }

  private static Kind kind(List<Line> lines, int at) {
    String text = bare(lines.get(at).text());
    if (text.length() <= LONGEST && isDevice(text, standsAlone(lines, at))) {
      return Kind.FOOTER;
    }
    return startsParagraph(lines, at) && isNotice(lines, at) ? Kind.NOTICE : Kind.TEXT;
  }

  private static boolean isDevice(String text, boolean alone) {
    return DEVICE.matcher(text).matches() || (alone && OPENER.matcher(text).lookingAt());
  }

  /** A notice is recognised by its first lines, which may be broken anywhere. */
  private static boolean isNotice(List<Line> lines, int at) {
    StringBuilder start = new StringBuilder();
    for (int i = at; i < lines.size() && start.length() < LONGEST; i++) {
      if (!lines.get(i).is(Kind.TEXT) && i > at) {
        break;
      }
      start
          .append(' ')
          .append(
              lines.get(i).text(), 0, Math.min(Classifier.LONGEST, lines.get(i).text().length()));
    }
    return NOTICE.matcher(bare(start.toString())).lookingAt();
  }

  private static boolean standsAlone(List<Line> lines, int at) {
    return startsParagraph(lines, at)
        && (at + 1 == lines.size() || !lines.get(at + 1).is(Kind.TEXT));
  }

  private static boolean startsParagraph(List<Line> lines, int at) {
    return at == 0 || !lines.get(at - 1).is(Kind.TEXT);
  }

  /** The line without brackets, quotes and markup around it. */
  private static String bare(String line) {
    String text =
        Spaces.plain(
            line.length() > Classifier.LONGEST ? line.substring(0, Classifier.LONGEST) : line);
    int from = 0;
    int to = text.length();
    while (from < to && "<[(*_-–—~\"'“ ".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && ">])*_-–—~\"'” ".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }
}
