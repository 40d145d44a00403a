package dev.stepwise.simulation;

import dev.stepwise.enrollment.Enrollment;
import org.jspecify.annotations.Nullable;

/** ALONE: a contact's enrollment begins when no other of the contact can still send. */
final class Alone implements Promise {
  private static final String NAME = "ALONE";

  private final Watch watch;

  Alone(Watch watch) {
    this.watch = watch;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void changed(@Nullable Enrollment before, Enrollment after) {
    if (before != null) {
      return;
    }
    for (Enrollment other : watch.known()) {
      if (!other.id().equals(after.id())
          && other.facts().contact().equals(after.facts().contact())
          && !other.isOver()) {
        throw new Breach(NAME, after.id(), "it began while " + other.id() + " is not over");
      }
    }
  }
}
