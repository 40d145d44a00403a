package dev.stepwise.local.demo;

import java.util.Arrays;

/** What a simulated prospect does about our mails. */
enum Doing {
  ANSWERS("answers"),
  IS_AWAY("is away"),
  CONFIRMS("confirms the receipt"),
  ACCEPTS("accepts an invitation"),
  BOOKS("books a meeting"),
  OPTS_OUT("opts out by one click"),
  /** SES tells of it, not the prospect. */
  BOUNCES("has a wrong address"),
  NOTHING("never answers");

  private final String words;

  Doing(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  static Doing of(String words) {
    return Arrays.stream(values())
        .filter(doing -> doing.words.equals(words))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no prospect ever \"" + words + "\""));
  }
}
