package dev.stepwise.simulation;

import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Dossier;
import dev.stepwise.enrollment.Dossiers;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bugs of order: the right things are done at the wrong time. */
final class OrderBugs {
  private OrderBugs() {}

  /** The timer is set after the write that makes it necessary. */
  static final class CommitBeforeArm implements Planted {
    private final List<Runnable> later = new ArrayList<>();

    @Override
    public Timers timers(Timers right) {
      return new Timers() {
        @Override
        public void arm(StepDue due, Instant now) {
          later.add(() -> right.arm(due, now));
        }

        @Override
        public void queue(List<StepDue> due) {
          right.queue(due);
        }

        @Override
        public void queue(List<StepDue> due, Instant now, Duration over) {
          right.queue(due, now, over);
        }
      };
    }

    @Override
    public Enrollments enrollments(Enrollments right) {
      return new ForwardingEnrollments(right) {
        @Override
        public Entered create(Entrance entrance) {
          List<Runnable> arms = taken();
          Entered entered = super.create(entrance);
          arms.forEach(Runnable::run);
          return entered;
        }

        @Override
        public void save(Change change) {
          List<Runnable> arms = taken();
          super.save(change);
          arms.forEach(Runnable::run);
        }
      };
    }

    private List<Runnable> taken() {
      List<Runnable> arms = List.copyOf(later);
      later.clear();
      return arms;
    }
  }

  /** Who may be written to is read before the claim, and not again. */
  static final class SuppressionBeforeClaim implements Planted {
    private final Map<EnrollmentId, Dossier> read = new HashMap<>();
    private @Nullable Dossiers dossiers;
    private @Nullable World world;

    @Override
    public void into(World other) {
      world = other;
    }

    @Override
    public Dossiers dossiers(Dossiers right) {
      dossiers = right;
      return (facts, days) -> cached(right, facts, days);
    }

    private Dossier cached(Dossiers right, Enrolled facts, List<LocalDate> days) {
      Dossier early = isFire() ? read.remove(facts.id()) : null;
      Dossier d = right.read(facts, days);
      return early == null
          ? d
          : new Dossier(
              d.contact(),
              d.sender(),
              early.suppressed(),
              d.overrides(),
              d.lastHold(),
              d.switches(),
              d.booked());
    }

    private boolean isFire() {
      return world != null
          && world.cast.current().filter(actor -> actor.name.startsWith("fire")).isPresent();
    }

    @Override
    public Enrollments enrollments(Enrollments right) {
      return new ForwardingEnrollments(right) {
        @Override
        public ClaimResult claim(ClaimRequest request) {
          Enrollment e = right.find(request.enrollment()).orElse(null);
          if (e != null && dossiers != null) {
            read.put(e.id(), dossiers.read(e.facts()));
          }
          return super.claim(request);
        }
      };
    }
  }
}
