package dev.stepwise.sequence;

import java.util.Locale;

/** What to do when nobody can tell whether SES accepted a mail: ask the rep, or send it again. */
public enum UnknownOutcome {
  ASK,
  RESEND;

  /** The name that the API gives it. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
