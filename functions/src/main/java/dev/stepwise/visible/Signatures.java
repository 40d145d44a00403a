package dev.stepwise.visible;

import dev.stepwise.visible.Line.Kind;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the signatures that begin with something else than the usual two dashes. */
final class Signatures {
  private static final int LONGEST = 12;
  private static final int LONGEST_LINE = 80;
  private static final Pattern UNDERSCORES = Pattern.compile("[_ ]{3,}");
  private static final Pattern NAME = Pattern.compile("-- \\S.{0,60}");
  private static final Pattern SENTENCE = Pattern.compile("(?:\\S{1,40}\\s){4,}\\S{1,40}[.!?。]");

  private Signatures() {}

  static void mark(List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (mayBegin(lines.get(i)) && isSignature(lines, i)) {
        lines.set(i, lines.get(i).as(Kind.SIGNATURE));
      }
    }
  }

  private static boolean mayBegin(Line line) {
    return line.is(Kind.RULE) || (line.is(Kind.TEXT) && NAME.matcher(line.text()).matches());
  }

  /** A signature is short and, unless a row of underscores is above it, has no sentences. */
  private static boolean isSignature(List<Line> lines, int at) {
    boolean sentences = UNDERSCORES.matcher(Spaces.trim(lines.get(at).text())).matches();
    int left = LONGEST;
    for (int i = at + 1; i < lines.size() && left > 0; i++) {
      Line line = lines.get(i);
      switch (line.kind()) {
        case TEXT, CODE -> {
          if (line.text().length() > LONGEST_LINE || (!sentences && isSentence(line.text()))) {
            return false;
          }
          left--;
        }
        case BLANK, RULE -> left -= line.is(Kind.RULE) ? 1 : 0;
        case QUOTE, ATTRIBUTION, CUT, SIGNATURE, FOOTER, NOTICE -> {
          return true;
        }
      }
    }
    return left > 0;
  }

  private static boolean isSentence(String line) {
    return SENTENCE.matcher(line.strip()).matches();
  }
}
