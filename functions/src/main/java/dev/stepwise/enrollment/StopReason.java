package dev.stepwise.enrollment;

import java.util.Locale;

/** Why an enrollment ended before its last step. */
public enum StopReason {
  REPLIED,
  MEETING_BOOKED,
  UNSUBSCRIBED,
  BOUNCED,
  COMPLAINED,
  ACCOUNT_REPLIED,
  LEFT_COMPANY,
  STOPPED_BY_USER,
  REENROLLED,
  SEQUENCE_ARCHIVED,
  ERASED;

  /** The name that the API gives it. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
