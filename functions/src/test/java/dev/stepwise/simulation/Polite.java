package dev.stepwise.simulation;

import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.State;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** POLITE: no mail leaves outside its step's window, nor before its time. */
final class Polite implements Promise {
  private static final String NAME = "POLITE";

  /**
   * Between the look at the window and SES's acceptance a call to SES passes, and clocks differ.
   */
  private static final Duration BEFORE = Duration.ofSeconds(20);

  /** What Wake tolerates, and by how much clocks differ. */
  private static final Duration EARLY = Duration.ofSeconds(8);

  private final Settled settled;

  Polite(Settled settled) {
    this.settled = settled;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Nothing is begun while the contact is away. */
  @Override
  public void changed(@Nullable Enrollment before, Enrollment after) {
    Instant until = after.holds().until();
    boolean claimed = before != null && before.claim() == null && after.claim() != null;
    if (claimed && until != null && until.isAfter(settled.now().plus(EARLY))) {
      throw new Breach(NAME, after.id(), "a claim was taken while the contact is away");
    }
  }

  @Override
  public void accepted(Accepted mail, Enrollment stored) {
    Instant at = mail.at();
    var plan = settled.plan(stored);
    if (Stream.of(at, at.minus(BEFORE), at.plus(EARLY))
        .noneMatch(moment -> plan.cadence().allows(moment))) {
      throw new Breach(NAME, stored.id(), "a mail left outside the window");
    }
    if (stored.state() instanceof State.Active active
        && active.step() == mail.step()
        && active.due().at().isAfter(at.plus(EARLY))) {
      throw new Breach(NAME, stored.id(), "a mail left before " + active.due().at());
    }
  }
}
