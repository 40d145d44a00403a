package dev.stepwise.sequence;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.sending.Pause;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A named series of steps: its head, the version that new enrollments begin on, and what stands at
 * its switch, be it over.
 */
public record Sequence(
    SequenceId id,
    String name,
    @Nullable EmailAddress owner,
    Status status,
    Version current,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Pause pause) {

  /** Whether it takes new enrollments. */
  public enum Status {
    ACTIVE,
    ARCHIVED;

    /** The name that the API gives it. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same sequence with the next version, published now. */
  public Sequence published(Draft draft, Instant now) {
    Version next = new Version(id, current.number() + 1, draft.settings(), draft.steps(), now);
    String said = draft.name();
    EmailAddress to = draft.owner();
    return new Sequence(
        id,
        said == null ? name : said,
        to == null ? owner : to,
        status,
        next,
        createdAt,
        now,
        pause);
  }

  /** The same sequence, taking no new enrollments. */
  public Sequence archived(Instant now) {
    return new Sequence(id, name, owner, Status.ARCHIVED, current, createdAt, now, pause);
  }

  /** The same sequence with that at its switch. */
  public Sequence with(@Nullable Pause turned) {
    return new Sequence(id, name, owner, status, current, createdAt, updatedAt, turned);
  }
}
