package dev.stepwise.sending;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A switch that somebody has turned off: from {@code since} nothing of its scope is sent, until
 * somebody turns it on again or, where it is named, {@code until} has come.
 */
public record Pause(Instant since, @Nullable Instant until, String by, @Nullable String reason) {
  /** True while nothing is to be sent. */
  public boolean isOn(Instant now) {
    return until == null || now.isBefore(until);
  }
}
