package dev.stepwise.visible;

/** A plain text that grows, line by line, as a browser would set it. */
final class Page {
  private static final String QUOTE = "> ";

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private boolean quoted;
  private boolean lastIsBlank = true;

  /** White space is kept in preformatted text, and else is one space. */
  void write(String words, boolean preformatted) {
    for (char c : words.toCharArray()) {
      if (preformatted && c == '\n') {
        breakLine();
      } else if (preformatted || !isSpace(c)) {
        line.append(c);
      } else if (!line.isEmpty() && !isSpace(line.charAt(line.length() - 1))) {
        line.append(' ');
      }
    }
  }

  /** A line of its own, never quoted. */
  void line(String whole) {
    newLine();
    text.append(whole).append('\n');
    lastIsBlank = false;
  }

  void item() {
    newLine();
    line.append("- ");
  }

  /** Goes on in a new line, if this one is not empty. */
  void newLine() {
    if (!line.isEmpty()) {
      breakLine();
    }
  }

  /** Goes on in a new line, with a blank one before it. */
  void paragraph() {
    newLine();
    if (!lastIsBlank) {
      breakLine();
    }
  }

  /** A new paragraph from which on lines are quoted, or no longer; the gap is part of both. */
  void paragraph(boolean nowQuoted) {
    quoted = quoted && nowQuoted;
    paragraph();
    quoted = nowQuoted;
  }

  void breakLine() {
    lastIsBlank = line.toString().isBlank();
    text.append(quoted ? QUOTE : "").append(line).append('\n');
    line.setLength(0);
  }

  String text() {
    newLine();
    return text.toString();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }
}
