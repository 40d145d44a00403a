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
  private static final Pattern VERB = Phrases.pattern(Phrases.anyOf("verbs.txt"));
  private static final Pattern VERB_LAST =
      Phrases.pattern(Phrases.anyOf("verbs.txt") + "\\s{0,3}(?:\\.{3}|…)?[\\s:：﹕,-]{0,12}$");
  private static final Pattern OPENER =
      Phrases.pattern("[-*_>\\s\"]{0,12}" + Phrases.anyOf("openers.txt") + "(?![-'@_+])");
  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)(?:(?:19|20)\\d\\d(?!\\d)|\\d{1,2}[:.h時点시]\\s?\\d\\d(?!\\d)|\\d{1,2}[./-]\\s?\\d{1,2}[./-]\\s?\\d{2,4}(?!\\d))");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]@[^\\s@<>]");
  private static final Pattern ISO_THEN_ADDRESS =
      Pattern.compile(
          "(?:19|20)\\d\\d[-/.]\\d{1,2}[-/.]\\d{1,2}\\s[^@]{0,160}<[^<>\\s]{1,160}@[^<>\\s]{1,160}>[:：]?");

  /** What Gmail once wrote, where the address is left out. */
  private static final Pattern ISO_WITH_OFFSET =
      Pattern.compile(
          "(?:19|20)\\d\\d-\\d\\d-\\d\\d \\d{1,2}:\\d\\d (?:GMT|UTC)[-+]\\d\\d:\\d\\d\\b.{0,160}");

  private static final Pattern COLON_LAST = Pattern.compile("[:：﹕][\\s*_>]{0,6}$");

  /** True when a line may be the last of an attribution. */
  static boolean mayEndIn(String line) {
    String text = Spaces.plain(line);
    return text.endsWith(">")
        || COLON_LAST.matcher(text).find()
        || ISO_WITH_OFFSET.matcher(text).matches()
        || VERB_LAST.matcher(text).find();
  }

  /** True when the line opens what the text, which looks complete, goes on with. */
  static boolean opens(String line, String rest) {
    String start = Spaces.plain(rest);
    String before = Spaces.plain(line);
    if (before.isEmpty() || OPENER.matcher(start).lookingAt() || mayEndIn(line)) {
      return false;
    }
    boolean dated = OPENER.matcher(before).lookingAt() && hasDigit(before);
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
    return colonLast() ? isCompleteWithColon() : verbLast() && dated() && (opened() || addressed());
  }

  /** The end of something that began on a line before: an address, or nothing but the verb. */
  private boolean isTail() {
    return (count('>') > count('<') && !opened()) || VERB.matcher(text).lookingAt();
  }

  private boolean isCompleteWithColon() {
    if (!verb()) {
      return dated() && addressed() && startsWithDate();
    }
    if (dated()) {
      return addressed() || quoted || (verbLast() && (opened() || startsWithDate()));
    }
    return (addressed() && verbLast()) || (quoted && verbLast() && text.length() < SHORT);
  }

  private long count(char c) {
    return text.chars().filter(other -> other == c).count();
  }

  private boolean startsWithDate() {
    return DATE.matcher(text.substring(0, Math.min(text.length(), 40))).find();
  }

  private boolean opened() {
    return OPENER.matcher(text).lookingAt();
  }

  private boolean dated() {
    return DATE.matcher(text).find();
  }

  private boolean addressed() {
    return ADDRESS.matcher(text).find();
  }

  private boolean verb() {
    return VERB.matcher(text).find();
  }

  private boolean verbLast() {
    return VERB_LAST.matcher(text).find();
  }

  private boolean colonLast() {
    return COLON_LAST.matcher(text).find();
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  private static boolean endsSentence(String text) {
    return ".!?。".indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
