package dev.stepwise.simulation;

import dev.stepwise.enrollment.Enrollment;
import org.jspecify.annotations.Nullable;

/** PINNED: an enrollment follows the version that it began on. */
final class Pinned implements Promise {
  private static final String NAME = "PINNED";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void changed(@Nullable Enrollment before, Enrollment after) {
    if (before != null
        && (before.facts().version() != after.facts().version()
            || !before.facts().sequence().equals(after.facts().sequence()))) {
      throw new Breach(NAME, after.id(), "it moved to version " + after.facts().version());
    }
  }

  @Override
  public void accepted(Accepted mail, Enrollment stored) {
    String mark = Stories.mark(stored.facts().version(), mail.step());
    if (!mail.letter().text().contains(mark)) {
      throw new Breach(NAME, stored.id(), "its mail is not of its version: no " + mark);
    }
  }
}
