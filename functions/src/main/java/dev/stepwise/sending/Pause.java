package dev.stepwise.sending;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A switch that is turned off: from {@code since} nothing of its scope is sent, until somebody
 * turns it on again or, where it is named, {@code until} has come.
 */
public record Pause(
    Instant since, @Nullable Instant until, String by, @Nullable String reason, Cause cause) {
  /** Why it was turned. */
  public enum Cause {
    /** Somebody wanted it. */
    PERSON,
    /** Too many mails bounced, drew complaints or failed. */
    GUARDRAIL
  }

  /** What a person has paused. */
  public Pause(Instant since, @Nullable Instant until, String by, @Nullable String reason) {
    this(since, until, by, reason, Cause.PERSON);
  }

  /** True while nothing is to be sent. */
  public boolean isOn(Instant now) {
    return until == null || now.isBefore(until);
  }
}
