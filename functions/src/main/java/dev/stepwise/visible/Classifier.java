package dev.stepwise.visible;

import dev.stepwise.visible.Line.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells of each line what it is for: alone first, then together with its neighbours. */
final class Classifier {
  /** Longer lines are text: nothing that a mail program adds is that long, and rules stay cheap. */
  static final int LONGEST = 1_000;

  private static final Pattern BREAK = Pattern.compile("\\r\\n|[\\r\\n\\u2028\\u2029\\u0085]");
  private static final Pattern SIGNATURE = Pattern.compile("(?:--|__|[–—―])");

  /** Dashes and the like; the last is the mark that a tracker of Gmail's users leaves. */
  private static final Pattern RULE = Pattern.compile("[-_=*~#+.–—―─━ ]{3,}+|ᐧ");

  /** Quotes in the way of old news readers: "JD> …". */
  private static final Pattern INITIALS = Pattern.compile("[A-Z]{1,3}>(?:\\s.*)?");

  private Classifier() {}

  static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    for (String line : BREAK.split(text, -1)) {
      lines.add(new Line(line, alone(line)));
    }
    Fences.plain(lines);
    Attributions.mark(lines);
    FieldBlocks.mark(lines);
    QuoteHeads.mark(lines);
    Footers.mark(lines);
    Signatures.mark(lines);
    return lines;
  }

  /** What a line is for by itself. */
  static Kind alone(String line) {
    String text = Spaces.trim(line);
    if (text.isEmpty()) {
      return Kind.BLANK;
    }
    return switch (text.charAt(0)) {
      case '\uE000' -> Kind.ATTRIBUTION;
      case '\uE001' -> Kind.CUT;
      case '>', '|', '＞' -> Kind.QUOTE;
      default -> text.length() > LONGEST ? Kind.TEXT : byLook(text);
    };
  }

  private static Kind byLook(String text) {
    if (SIGNATURE.matcher(text).matches()) {
      return Kind.SIGNATURE;
    }
    if (Separators.is(text)) {
      return Kind.CUT;
    }
    if (INITIALS.matcher(text).matches()) {
      return Kind.QUOTE;
    }
    return RULE.matcher(text).matches() ? Kind.RULE : Kind.TEXT;
  }
}
