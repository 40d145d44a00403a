package dev.stepwise.visible;

import java.util.regex.Pattern;

/**
 * A candidate for the line that says who wrote the quote below it. It is judged by its make-up (a
 * date, an address, a word for "wrote", a colon), which is much the same in all languages.
 *
 * @param text the lines as one
 * @param quoted whether a marked quote follows
 * @param torn whether blank lines were inside
 */
record Attribution(String text, boolean quoted, boolean torn) {
  private static final int SHORT = 120;
  private static final int START = 40;
  private static final PhraseSet VERBS = PhraseSet.of("verbs.txt");
  private static final PhraseSet OPENERS = PhraseSet.of("openers.txt");

  private static final PhraseSet QUOTERS = PhraseSet.of("quoters.txt");

  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)(?:(?:19|20)\\d\\d(?!\\d)|\\d{1,2}[:.h時点시]\\s?\\d\\d(?!\\d)"
              + "|\\d{1,2}[./-]\\s?\\d{1,2}[./-]\\s?\\d{2,4}(?!\\d))");

  private static final Pattern CLOCK =
      Pattern.compile("(?<![\\d.])\\d{1,2}[:.h時点시]\\s?\\d\\d(?![\\d.])");

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]@[^\\s@<>]");

  /** What Gmail and others write with the date as ISO 8601 has it, with an address … */
  private static final Pattern ISO_THEN_ADDRESS =
      Pattern.compile(
          "(?:19|20)\\d\\d[-/.]\\d{1,2}[-/.]\\d{1,2}\\s[^@]{0,160}<[^<>\\s]{1,160}>[:：]?");

  /** … and where the address is left out. */
  private static final Pattern ISO_WITH_OFFSET =
      Pattern.compile(
          "(?:19|20)\\d\\d-\\d\\d-\\d\\d \\d{1,2}:\\d\\d (?:GMT|UTC)[-+]\\d\\d:\\d\\d\\b.{0,160}");

  /** True when a line may be the last of an attribution. */
  static boolean mayEndIn(String line) {
    String text = Spaces.plain(line);
    return text.endsWith(">")
        || endsInColon(text)
        || VERBS.ends(bareEnd(text))
        || ISO_WITH_OFFSET.matcher(text).matches();
  }

  /** True when the line opens what the text, which looks complete, goes on with. */
  static boolean opens(String line, String rest) {
    String start = Spaces.plain(rest);
    String before = Spaces.plain(line);
    if (before.isEmpty() || isOpened(start) || mayEndIn(line)) {
      return false;
    }
    boolean dated = isOpened(before) && before.chars().anyMatch(Character::isDigit);
    boolean name = start.startsWith("<") && before.length() < SHORT && !endsSentence(before);
    return dated || name;
  }

  boolean isComplete() {
    if (isTail()) {
      return false;
    }
    if (torn) {
      return opened() && dated() && verbLast();
    }
    if (ISO_THEN_ADDRESS.matcher(text).matches() || ISO_WITH_OFFSET.matcher(text).matches()) {
      return true;
    }
    if (QUOTERS.endAtStart(text) >= 0) {
      return endsInColon(text) && (addressed() || quoted);
    }
    return endsInColon(text)
        ? isCompleteWithColon()
        : verbLast() && dated() && (opened() || addressed());
  }

  /** The end of something that began on a line before: an address, or nothing but the verb. */
  private boolean isTail() {
    return (count('>') > count('<') && !opened()) || VERBS.endAtStart(text) >= 0;
  }

  private boolean isCompleteWithColon() {
    boolean dated = dated();
    if (!dated && !quoted && !addressed()) {
      return false;
    }
    if (!VERBS.isIn(text)) {
      return dated && startsWithDate() && endsInAddress();
    }
    if (dated) {
      return addressed()
          || quoted
          || (verbLast() && (opened() || startsWithDate()))
          || (text.length() < SHORT && CLOCK.matcher(text).find());
    }
    return verbLast() && (addressed() || (quoted && text.length() < SHORT));
  }

  private boolean startsWithDate() {
    return DATE.matcher(text.substring(0, Math.min(text.length(), START))).find();
  }

  private boolean dated() {
    return DATE.matcher(text).find();
  }

  private boolean endsInAddress() {
    return text.substring(text.lastIndexOf(' ') + 1).contains("@");
  }

  private boolean addressed() {
    return ADDRESS.matcher(text).find();
  }

  private boolean verbLast() {
    return VERBS.ends(bareEnd(text));
  }

  private boolean opened() {
    return isOpened(text);
  }

  private long count(char c) {
    return text.chars().filter(other -> other == c).count();
  }

  /** True when the text begins with a word such as "On", which is no part of a longer name. */
  private static boolean isOpened(String text) {
    int from = 0;
    while (from < text.length() && "-*_>\" ".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int end = OPENERS.endAtStart(text.substring(from, Math.min(text.length(), from + START)));
    int next = from + end;
    return end >= 0 && (next == text.length() || "-'@_+".indexOf(text.charAt(next)) < 0);
  }

  private static boolean endsInColon(String text) {
    int end = text.length();
    while (end > 0 && "*_> ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ":：﹕".indexOf(text.charAt(end - 1)) >= 0;
  }

  /** The text without the dashes, dots and colons after its last word. */
  private static String bareEnd(String text) {
    int end = text.length();
    while (end > 0 && ":：﹕-–—.…,*_> ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean endsSentence(String text) {
    return ".!?。".indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
