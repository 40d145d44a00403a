package dev.stepwise.sequence;

import dev.stepwise.cadence.Delay;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step of a version. Its id stays the same through all versions that keep the step. */
public sealed interface Step {
  String id();

  /** How long after the step before; of the first step, after enrolling. */
  Delay delay();

  /** When it is too late for it; null is never. */
  @Nullable Expiry expiry();

  /**
   * What becomes of it now, in that zone, that it was due then; nothing special when it is not too
   * late.
   */
  default Optional<Expiry.Then> expired(Instant promised, Instant now, ZoneId zone) {
    return Optional.ofNullable(expiry())
        .filter(expiry -> expiry.isOver(promised, now, zone))
        .map(Expiry::then)
        .filter(then -> then != Expiry.Then.SEND);
  }

  /**
   * An email. One that replies has no subject of its own: it goes into the thread that is open.
   * {@code html} is null where it is to be made from the text.
   */
  record Email(
      String id,
      Delay delay,
      boolean reply,
      @Nullable String subject,
      String text,
      @Nullable String html,
      @Nullable Expiry expiry)
      implements Step {
    /** An email that is never too late. */
    public Email(
        String id,
        Delay delay,
        boolean reply,
        @Nullable String subject,
        String text,
        @Nullable String html) {
      this(id, delay, reply, subject, text, html, null);
    }
  }

  /** A manual task. With {@code waitForCompletion} the next delay counts from its completion. */
  record ManualTask(
      String id,
      Delay delay,
      Kind kind,
      String title,
      boolean waitForCompletion,
      @Nullable Expiry expiry)
      implements Step {
    /** A task that is never too late. */
    public ManualTask(String id, Delay delay, Kind kind, String title, boolean waitForCompletion) {
      this(id, delay, kind, title, waitForCompletion, null);
    }
  }

  /** What the rep is to do. */
  enum Kind {
    CALL,
    LINKEDIN,
    MANUAL_EMAIL,
    MEETING,
    TODO;

    /** The name that the API gives it. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
