package dev.stepwise.visible;

/** A line of a mail and what it is for. */
record Line(String text, Kind kind) {
  enum Kind {
    BLANK,
    TEXT,
    /** Text that is what it looks like, whatever that is. */
    CODE,
    /** Text of others, marked at its start. */
    QUOTE,
    /** Says who wrote the quote below it, and when. */
    ATTRIBUTION,
    /** Begins the mail that is answered or passed on; all below it is history. */
    CUT,
    /** Parts the signature from the text above it. */
    SIGNATURE,
    /** Added by a phone or a program. */
    FOOTER,
    /** Begins a legal notice. */
    NOTICE,
    /** A row of dashes or the like. */
    RULE
  }

  boolean is(Kind other) {
    return kind == other;
  }

  Line as(Kind other) {
    return new Line(text, other);
  }
}
