package dev.stepwise.judgement;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One phrase of a {@link PhraseFile}: its pieces follow one another with at most 80 characters
 * between. It begins where a word does, and is no part of a host's name or of an address.
 */
record Phrase(String written, List<String> pieces, Place place) {
  private static final int GAP = 80;
  private static final Pattern ELLIPSIS = Pattern.compile(" ?… ?");

  /** Where in a text the phrase counts. */
  private enum Place {
    BEGINNING,
    WORD,
    ANYWHERE
  }

  /** "^" stands for the beginning of the text, "*" for anywhere. */
  static Phrase of(String line) {
    Place place =
        switch (line.charAt(0)) {
          case '^' -> Place.BEGINNING;
          case '*' -> Place.ANYWHERE;
          default -> Place.WORD;
        };
    String words = place == Place.WORD ? line : line.substring(1);
    return new Phrase(words, List.of(ELLIPSIS.split(words)), place);
  }

  boolean isIn(String text) {
    if (place == Place.BEGINNING) {
      return text.startsWith(pieces.getFirst()) && restFollows(text, pieces.getFirst().length());
    }
    int at = text.indexOf(pieces.getFirst());
    while (at >= 0) {
      int end = at + pieces.getFirst().length();
      if (isWhole(text, at, end) && restFollows(text, end)) {
        return true;
      }
      at = text.indexOf(pieces.getFirst(), at + 1);
    }
    return false;
  }

  private boolean isWhole(String text, int start, int end) {
    return place == Place.ANYWHERE || !isJoinedBefore(text, start) && !isJoinedAfter(text, end);
  }

  private boolean isJoinedBefore(String text, int start) {
    boolean isWord = isAscii(text.charAt(start));
    return isWord && start > 0 && (isAscii(text.charAt(start - 1)) || isLink(text, start - 1));
  }

  private boolean isJoinedAfter(String text, int end) {
    if (end >= text.length() || !isAscii(text.charAt(end - 1))) {
      return false;
    }
    boolean isShort = pieces.size() == 1 && written.length() <= 4;
    return isShort && isAscii(text.charAt(end))
        || isLink(text, end) && end + 1 < text.length() && isAscii(text.charAt(end + 1));
  }

  /** A character that joins words to a host's name, an address or an identifier. */
  private static boolean isLink(String text, int at) {
    char c = text.charAt(at);
    boolean afterDigit = at > 0 && Character.isDigit(text.charAt(at - 1));
    return (c == '.' || c == '-') && !afterDigit || c == '@' || c == '_' || c == '#';
  }

  private boolean restFollows(String text, int from) {
    int at = from;
    for (String piece : pieces.subList(1, pieces.size())) {
      int next = text.indexOf(piece, at, Math.min(text.length(), at + GAP + piece.length()));
      if (next < 0 || !isWhole(text, next, next + piece.length())) {
        return false;
      }
      at = next + piece.length();
    }
    return true;
  }

  private static boolean isAscii(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }
}
