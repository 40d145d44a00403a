package dev.stepwise.enrollment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The right of one step-fire to send one step once. {@code messageId} is what SES's own event said
 * of its mail, should that come before the claim is settled.
 */
public record Claim(String id, int step, int attempt, Instant since, @Nullable String messageId) {

  /** A claim of whose mail nothing is known yet. */
  public Claim(String id, int step, int attempt, Instant since) {
    this(id, step, attempt, since, null);
  }

  /** The same claim, of whose mail SES has told. */
  Claim accepted(String mail) {
    return new Claim(id, step, attempt, since, mail);
  }
}
