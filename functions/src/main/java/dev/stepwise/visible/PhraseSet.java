package dev.stepwise.visible;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Phrases that are looked for as whole words, case aside, in time that grows with the text and
 * hardly with the number of phrases. Those of languages that do not part words are found inside
 * words too.
 */
final class PhraseSet {
  private final Map<String, List<String>> byFirstWord;
  private final List<String> unparted;

  private PhraseSet(List<String> phrases) {
    byFirstWord =
        phrases.stream()
            .filter(PhraseSet::partsWords)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .collect(Collectors.groupingBy(phrase -> phrase.substring(0, wordEnd(phrase, 0))));
    unparted = phrases.stream().filter(phrase -> !partsWords(phrase)).toList();
  }

  static PhraseSet of(String file) {
    return new PhraseSet(Phrases.phrases(file).map(PhraseSet::lower).distinct().toList());
  }

  /** True when a phrase is anywhere in the text. */
  boolean isIn(String text) {
    String lower = lower(text);
    for (int at = 0; at < lower.length(); at = nextWord(lower, at)) {
      if (parted(lower, at) >= 0) {
        return true;
      }
    }
    return unparted.stream().anyMatch(lower::contains);
  }

  /** Where the phrase ends that the text starts with, or -1. */
  int endAtStart(String text) {
    String lower = lower(text);
    int end = parted(lower, 0);
    return end >= 0
        ? end
        : unparted.stream()
            .filter(lower::startsWith)
            .mapToInt(String::length)
            .findFirst()
            .orElse(-1);
  }

  /** True when the text ends with a phrase. */
  boolean ends(String text) {
    String lower = lower(text);
    for (int at = 0; at < lower.length(); at = nextWord(lower, at)) {
      if (parted(lower, at) == lower.length()) {
        return true;
      }
    }
    return unparted.stream().anyMatch(lower::endsWith);
  }

  private int parted(String lower, int at) {
    for (String phrase :
        byFirstWord.getOrDefault(lower.substring(at, wordEnd(lower, at)), List.of())) {
      int end = at + phrase.length();
      if (lower.startsWith(phrase, at) && !goesOn(lower, end)) {
        return end;
      }
    }
    return -1;
  }

  private static boolean goesOn(String text, int at) {
    return at < text.length() && isLetter(text.charAt(at)) && isLetter(text.charAt(at - 1));
  }

  private static int nextWord(String text, int at) {
    int next = Math.max(wordEnd(text, at), at + 1);
    while (next < text.length() && !isLetter(text.charAt(next))) {
      next++;
    }
    return next;
  }

  private static int wordEnd(String text, int at) {
    int end = at;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /** Keeps the length, which a few letters of a few languages would not. */
  private static String lower(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.length() == text.length() ? lower : text;
  }

  private static boolean partsWords(String phrase) {
    return phrase
        .codePoints()
        .mapToObj(Character.UnicodeScript::of)
        .noneMatch(script ->
            switch (script) {
              case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, HEBREW -> true;
              default -> false;
            });
  }
}
