package dev.stepwise;

import org.jspecify.annotations.Nullable;

/** Checks on text that strangers give us. */
public final class Text {
  private Text() {}

  /**
   * A line of text: trimmed, not empty, no control characters (a line break in a name or a subject
   * would start a header of its own), at most {@code max} UTF-16 units.
   */
  public static String line(String text, int max) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      throw new InvalidValueException("must not be empty");
    }
    if (trimmed.codePoints().anyMatch(Text::breaksLine)) {
      throw new InvalidValueException("must be one line without control characters");
    }
    return atMost(trimmed, max);
  }

  /** Text of several lines: no control characters but line breaks and tabs, line ends as \n. */
  public static String lines(String text, int max) {
    String unix = text.replace("\r\n", "\n");
    if (unix.codePoints().anyMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c))) {
      throw new InvalidValueException("must not contain control characters but line breaks, tabs");
    }
    return atMost(unix, max);
  }

  /** True when there is something to read. */
  public static boolean isPresent(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private static boolean breaksLine(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }

  private static String atMost(String text, int max) {
    if (text.length() > max) {
      throw new InvalidValueException("must have at most " + max + " characters");
    }
    return text;
  }
}
