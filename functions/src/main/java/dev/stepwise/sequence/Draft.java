package dev.stepwise.sequence;

import dev.stepwise.contact.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an author hands in: a sequence that is no version yet. Name and owner that are not said stay
 * as they were.
 */
public record Draft(
    @Nullable String name, @Nullable EmailAddress owner, Settings settings, List<Step> steps) {
  public Draft {
    steps = List.copyOf(steps);
  }

  /** The sequence that this draft begins, at version 1. */
  public Sequence begin(SequenceId id, Instant now) {
    Version first = new Version(id, 1, settings, steps, now);
    String given = Objects.requireNonNull(name, "a new sequence needs a name");
    return new Sequence(id, given, owner, Sequence.Status.ACTIVE, first, now, now, null);
  }

  /** The same draft with that owner. */
  public Draft ownedBy(EmailAddress sender) {
    return new Draft(name, sender, settings, steps);
  }
}
