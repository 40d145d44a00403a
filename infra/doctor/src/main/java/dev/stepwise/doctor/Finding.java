package dev.stepwise.doctor;

import java.util.Locale;

/**
 * What a look at one thing found.
 *
 * @param remedy what to do about it; empty where nothing need be done
 */
record Finding(Grade grade, String text, String remedy) {
  /** How it is: as it should be, worth knowing, to be mended. */
  enum Grade {
    GOOD,
    NOTE,
    MEND
  }

  static Finding good(String text) {
    return new Finding(Grade.GOOD, text, "");
  }

  static Finding note(String text, String remedy) {
    return new Finding(Grade.NOTE, text, remedy);
  }

  static Finding mend(String text, String remedy) {
    return new Finding(Grade.MEND, text, remedy);
  }

  boolean isToBeMended() {
    return grade == Grade.MEND;
  }

  /** One line, or two with the remedy. */
  String lines() {
    String line = "%-5s %s".formatted(grade.name().toLowerCase(Locale.ROOT), text);
    return remedy.isEmpty() ? line : line + System.lineSeparator() + "      -> " + remedy;
  }
}
