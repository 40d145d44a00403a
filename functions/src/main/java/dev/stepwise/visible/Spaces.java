package dev.stepwise.visible;

/** White space as mail programs write it: no-break spaces, marks of direction and width too. */
final class Spaces {
  private Spaces() {}

  static boolean is(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  /** The text without white space at its ends. */
  static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && is(text.charAt(from))) {
      from++;
    }
    while (to > from && is(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** The text with one plain space for each run of white space, for comparing. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      if (!is(c)) {
        plain.append(c);
      } else if (Character.getType(c) != Character.FORMAT && !endsInSpace(plain)) {
        plain.append(' ');
      }
    }
    return plain.toString().strip();
  }

  private static boolean endsInSpace(StringBuilder text) {
    return !text.isEmpty() && text.charAt(text.length() - 1) == ' ';
  }
}
