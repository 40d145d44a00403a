package dev.stepwise.sequence;

import java.util.Locale;

/** What ends an enrollment of a sequence before its last step. */
public enum StopOn {
  REPLY,
  MEETING,
  UNSUBSCRIBE,
  BOUNCE,
  COMPLAINT,
  ACCOUNT_REPLY;

  /** The name that the API gives it. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
