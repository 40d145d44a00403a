package dev.stepwise.contact;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** That an address or a whole domain may never be written to, since when, and who said so. */
public record Suppression(
    String target, Reason reason, Instant since, String by, @Nullable String note) {

  /** How it came about. */
  public enum Reason {
    MANUAL,
    UNSUBSCRIBED,
    BOUNCED,
    COMPLAINED;

    /** True when the person said so: a plain suppression says less. */
    public boolean isOwnWord() {
      return this == UNSUBSCRIBED || this == COMPLAINED;
    }

    /** The name that the API gives it. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
