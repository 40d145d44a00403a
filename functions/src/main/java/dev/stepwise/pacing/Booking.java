package dev.stepwise.pacing;

import java.time.Instant;

/** That a mail has a place, in whole seconds, given by that edition of its sender's pace. */
public record Booking(String mail, Instant at, int edition) {
  /** So many characters, letters and digits, tell the mails of a sender's week apart. */
  public static final int NAME = 7;
}
