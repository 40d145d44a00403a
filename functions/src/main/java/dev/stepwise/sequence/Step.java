package dev.stepwise.sequence;

import dev.stepwise.cadence.Delay;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One step of a version. Its id stays the same through all versions that keep the step. */
public sealed interface Step {
  String id();

  /** How long after the step before; of the first step, after enrolling. */
  Delay delay();

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
      @Nullable String html)
      implements Step {}

  /** A manual task. With {@code waitForCompletion} the next delay counts from its completion. */
  record ManualTask(String id, Delay delay, Kind kind, String title, boolean waitForCompletion)
      implements Step {}

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
