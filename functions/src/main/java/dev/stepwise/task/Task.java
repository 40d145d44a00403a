package dev.stepwise.task;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.sequence.Step;
import java.time.Instant;
import java.util.Locale;

/** A manual step that waits for the rep. */
public record Task(
    TaskId id,
    EmailAddress contact,
    EmailAddress sender,
    Step.Kind kind,
    String title,
    State state,
    Instant dueAt,
    Instant createdAt) {

  /** What became of it. */
  public enum State {
    OPEN,
    COMPLETED,
    SKIPPED,
    CANCELLED;

    /** The name that the API gives it. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same task, no longer or again in that state. */
  public Task in(State next) {
    return new Task(id, contact, sender, kind, title, next, dueAt, createdAt);
  }

  /** The same task, due at another time. */
  public Task due(Instant at) {
    return new Task(id, contact, sender, kind, title, state, at, createdAt);
  }
}
