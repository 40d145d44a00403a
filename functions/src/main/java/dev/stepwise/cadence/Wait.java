package dev.stepwise.cadence;

import java.util.Locale;

/** Why nothing goes out now. */
public enum Wait {
  DELAY,
  NOT_BEFORE,
  WINDOW,
  WEEKEND,
  HOLIDAY,
  /** A clock time that summer time skips has moved on: told by previews only. */
  DST,
  START_AT,
  /** The sender's cap of a day or a week is used up. */
  CAP,
  /** Another mail of the sender left or leaves too near. */
  GAP,
  /** The cap of a mailbox that is still being warmed up is used up. */
  RAMP,
  ACCOUNT,
  HOLD,
  READING,
  SENDING,
  TASK,
  PAUSED,
  SEQUENCE_PAUSED,
  SENDER_PAUSED,
  EVERYTHING_PAUSED,
  GUARDRAIL,
  UNCLEAR_ANSWER,
  UNKNOWN_SEND,
  EXPIRED,
  MISSING_TOKEN,
  FAILED;

  /** True when it waits for its turn among its sender's mails. */
  public boolean isPace() {
    return this == CAP || this == GAP || this == RAMP;
  }

  /** The name that the API gives it. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
