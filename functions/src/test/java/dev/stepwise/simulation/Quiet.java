package dev.stepwise.simulation;

import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.State;
import org.jspecify.annotations.Nullable;

/** QUIET: after a stop no claim is taken, and no stop is undone. */
final class Quiet implements Promise {
  private static final String NAME = "QUIET";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void changed(@Nullable Enrollment before, Enrollment after) {
    if (before == null) {
      return;
    }
    if (before.claim() == null
        && after.claim() != null
        && !(before.state() instanceof State.Active)) {
      throw new Breach(NAME, after.id(), "a claim was taken while " + before.state().wire());
    }
    if (before.state().ended() && !before.state().equals(after.state())) {
      throw new Breach(NAME, after.id(), "it had ended and is " + after.state().wire());
    }
  }

  @Override
  public void accepted(Accepted mail, Enrollment stored) {
    if (stored.state().ended() && !stored.awaits(mail.step(), mail.attempt())) {
      throw new Breach(NAME, stored.id(), "a mail left after the end, without an open claim");
    }
  }
}
