package dev.stepwise.sequence;

import dev.stepwise.contact.EmailAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an author hands in: a sequence that is no version yet. */
public record Draft(
    String name, @Nullable EmailAddress owner, Settings settings, List<Step> steps) {
  public Draft {
    steps = List.copyOf(steps);
  }

  /** The sequence that this draft begins, at version 1. */
  public Sequence begin(SequenceId id, Instant now) {
    Version first = new Version(id, 1, settings, steps, now);
    return new Sequence(id, name, owner, Sequence.Status.ACTIVE, first, now, now);
  }
}
