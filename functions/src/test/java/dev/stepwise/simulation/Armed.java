package dev.stepwise.simulation;

import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.State;
import dev.stepwise.timer.StepDue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * MOVING by itself, not by the sweep alone: a write finds the timer set that it makes necessary.
 * Only a settle is written without one, for its mail is out.
 */
record Armed(Predicate<StepDue> isSet) implements Promise {
  private static final String NAME = "MOVING";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void changed(@Nullable Enrollment before, Enrollment after) {
    boolean settled = before != null && before.claim() != null && after.claim() == null;
    boolean moved = before == null || before.generation() < after.generation();
    if (moved
        && !settled
        && after.state() instanceof State.Active active
        && !isSet.test(StepDue.of(after, active))) {
      throw new Breach(NAME, after.id(), "it was written before its timer was set");
    }
  }
}
