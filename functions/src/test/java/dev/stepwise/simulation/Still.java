package dev.stepwise.simulation;

import dev.stepwise.enrollment.Claim;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.State;
import dev.stepwise.enrollment.Switches;
import dev.stepwise.enrollment.Switching;
import dev.stepwise.memory.Memory;
import dev.stepwise.pause.Pauses.Under;
import dev.stepwise.sending.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * STILL: what a switch has stopped for a minute sends nothing, and goes on within two sweeps of its
 * being turned on again, counted from the last fault.
 */
final class Still implements Promise {
  private static final String NAME = "STILL";
  private static final Duration IN_EFFECT = Duration.ofSeconds(60);
  private static final Duration TWO_SWEEPS = Duration.ofMinutes(5 + 5 + 2);

  /** By how much clocks differ. */
  private static final Duration SKEW = Duration.ofSeconds(8);

  private final Memory memory;
  private final Supplier<Instant> clock;

  /** What a switch has stopped, and when it was last seen to be right so. */
  private final Map<EnrollmentId, Instant> standing = new HashMap<>();

  Still(Memory memory, Supplier<Instant> clock) {
    this.memory = memory;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Object remembered() {
    return standing;
  }

  @Override
  public void changed(@Nullable Enrollment before, Enrollment after) {
    if (after.state() instanceof State.Paused s && s.reason().isSwitch()) {
      standing.put(after.id(), clock.get());
    } else {
      standing.remove(after.id());
    }
  }

  @Override
  public void accepted(Accepted mail, Enrollment stored) {
    Claim claim = stored.claim();
    if (claim == null || !stored.awaits(mail.step(), mail.attempt())) {
      return;
    }
    switches(stored)
        .off(mail.at().plus(SKEW))
        .map(Switches.Off::pause)
        .filter(pause -> pause.since().plus(IN_EFFECT).isBefore(claim.since()))
        .ifPresent(pause -> breach(stored, pause));
  }

  private static void breach(Enrollment e, Pause pause) {
    throw new Breach(NAME, e.id(), "a mail left that was claimed under " + pause);
  }

  /** A fault has hit it. */
  void disturbed(EnrollmentId id) {
    standing.replace(id, clock.get());
  }

  /** Time has moved. */
  void moved(Instant now) {
    standing.replaceAll((id, since) -> seen(id, since, now));
  }

  private Instant seen(EnrollmentId id, Instant since, Instant now) {
    Enrollment e = memory.enrollments().find(id).orElseThrow();
    Switches switches = switches(e);
    if (!Switching.isDue(e, switches, now)) {
      return now;
    }
    State.Paused paused = (State.Paused) e.state();
    Instant over = switches.until(paused.reason()).orElse(since);
    Instant from = over.isAfter(since) ? over : since;
    if (from.plus(TWO_SWEEPS).isBefore(now)) {
      throw new Breach(NAME, id, "it stands still since " + from + " for no switch: " + paused);
    }
    return since;
  }

  private Switches switches(Enrollment e) {
    Under under = new Under(e.facts().sequence(), e.facts().sender());
    return memory.pauses().of(List.of(under)).getOrDefault(under, Switches.NONE);
  }
}
