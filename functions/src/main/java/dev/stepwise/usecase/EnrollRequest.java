package dev.stepwise.usecase;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.sequence.SequenceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom to enroll where. {@code startAt} null is now; {@code idFrom} is what ids derive from when
 * the call may be repeated, and {@code repeated} that it has come before.
 */
public record EnrollRequest(
    SequenceId sequence,
    EmailAddress sender,
    int startAtStep,
    @Nullable Instant startAt,
    boolean dryRun,
    List<Candidate> contacts,
    @Nullable String idFrom,
    boolean repeated) {
  public EnrollRequest {
    contacts = List.copyOf(contacts);
  }

  /** The same call, with ids that derive from its Idempotency-Key. */
  public EnrollRequest as(String key, boolean again) {
    return new EnrollRequest(sequence, sender, startAtStep, startAt, dryRun, contacts, key, again);
  }
}
