package dev.stepwise.simulation;

import dev.stepwise.enrollment.Dossier;
import dev.stepwise.enrollment.Dossiers;
import dev.stepwise.enrollment.Switches;
import dev.stepwise.pause.Pauses;
import dev.stepwise.pause.Round;
import dev.stepwise.pause.Scope;
import dev.stepwise.sending.Pause;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bugs of what is paused as a whole. */
final class SwitchBugs {
  private SwitchBugs() {}

  /** A step does not look at the switches: it relies on its enrollment having been stopped. */
  static Planted notHeeded() {
    return new Planted() {
      @Override
      public Dossiers dossiers(Dossiers right) {
        return (facts, days) -> {
          Dossier d = right.read(facts, days);
          return new Dossier(
              d.contact(),
              d.sender(),
              d.suppressed(),
              d.overrides(),
              d.lastHold(),
              Switches.NONE,
              d.booked());
        };
      }
    };
  }

  /** What the call had no time for, nobody goes on with. */
  static Planted roundsForgotten() {
    return new Planted() {
      @Override
      public Pauses pauses(Pauses right) {
        return new Pauses() {
          @Override
          public Optional<Pause> of(Scope scope) {
            return right.of(scope);
          }

          @Override
          public Optional<Pause> everything() {
            return right.everything();
          }

          @Override
          public Map<Under, Switches> of(Collection<Under> all) {
            return right.of(all);
          }

          @Override
          public boolean turn(Round round, @Nullable Pause pause) {
            return right.turn(round, pause);
          }

          @Override
          public List<Round> rounds(Instant now) {
            return List.of();
          }

          @Override
          public void save(Round before, Round after) {
            right.save(before, after);
          }

          @Override
          public void end(Round round) {
            right.end(round);
          }
        };
      }
    };
  }
}
