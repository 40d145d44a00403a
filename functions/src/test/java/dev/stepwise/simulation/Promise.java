package dev.stepwise.simulation;

import dev.stepwise.enrollment.Enrollment;
import org.jspecify.annotations.Nullable;

/** One promise of the design: looks at each step, and throws a breach. */
interface Promise {
  /** What the design calls it. */
  String name();

  /** What it remembers that later looks may go by. */
  default Object remembered() {
    return "";
  }

  /** An enrollment was written: {@code before} is null for a new one. */
  default void changed(@Nullable Enrollment before, Enrollment after) {}

  /** SES has accepted a mail of that enrollment, which is stored so. */
  default void accepted(Accepted mail, Enrollment stored) {}

  /** Nothing befalls anybody any more, and all that was under way has come to its end. */
  default void quiet() {}
}
