package dev.stepwise.simulation;

import dev.stepwise.StaleVersionException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.pacing.LedgerDay;
import dev.stepwise.pacing.Ledgers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bugs of what is written over what, and of what is not looked at. */
final class StoreBugs {
  private StoreBugs() {}

  /** The settle writes over whatever was decided beside the claim. */
  static final class StopOverwritten implements Planted {
    @Override
    public Enrollments enrollments(Enrollments right) {
      return new ForwardingEnrollments(right) {
        @Override
        public void save(Change change) {
          try {
            super.save(change);
          } catch (StaleVersionException stale) {
            Enrollment now = find(change.before().id()).orElseThrow();
            if (!now.holds(change.before().claim())) {
              throw stale;
            }
            right.save(
                new Change(
                    now, change.after(), change.tasks(), change.messageId(), change.contact()));
          }
        }
      };
    }
  }

  /** A contact is free as soon as the enrollment has ended, though its mail may still leave. */
  static final class LockReleasedEarly implements Planted {
    private @Nullable World world;

    @Override
    public void into(World other) {
      world = other;
    }

    @Override
    public Enrollments enrollments(Enrollments right) {
      return new ForwardingEnrollments(right) {
        @Override
        public Optional<Enrollment> find(EnrollmentId id) {
          return super.find(id).map(e -> isPerson() && e.state().ended() ? unclaimed(e) : e);
        }
      };
    }

    private boolean isPerson() {
      return world != null
          && world.cast.current().filter(actor -> !actor.name.startsWith("fire")).isPresent();
    }

    private static Enrollment unclaimed(Enrollment e) {
      return new Enrollment(
          e.facts(),
          e.revision(),
          e.generation(),
          e.attempt(),
          e.state(),
          null,
          e.thread(),
          e.openTasks(),
          e.holds(),
          e.timeline());
    }
  }

  /** Whoever is second takes the contact's lock from the first. */
  static final class LockNotChecked implements Planted {
    private @Nullable World world;

    @Override
    public void into(World other) {
      world = other;
    }

    @Override
    public Enrollments enrollments(Enrollments right) {
      return new ForwardingEnrollments(right) {
        @Override
        public Entered create(Entrance e) {
          return super.create(
              new Entrance(
                  e.enrollment(), e.contact(), e.overrides(), holder(e), e.ending(), e.account()));
        }
      };
    }

    private @Nullable EnrollmentId holder(Enrollments.Entrance e) {
      return world == null ? null : world.memory.contacts().card(e.contact().email()).lockedBy();
    }
  }

  /** A mail leaves in a place that nobody knows of. */
  static final class PlacesNotKept implements Planted {
    @Override
    public Ledgers ledgers(Ledgers right) {
      return new Ledgers() {
        @Override
        public List<LedgerDay> read(EmailAddress sender, LocalDate first, LocalDate last) {
          return right.read(sender, first, last);
        }

        @Override
        public void save(EmailAddress sender, List<LedgerDay> days) {
          // Forgotten.
        }
      };
    }
  }

  /** Whoever comes second takes the places of the first. */
  static final class PlacesOverwritten implements Planted {
    @Override
    public Ledgers ledgers(Ledgers right) {
      return new Ledgers() {
        @Override
        public List<LedgerDay> read(EmailAddress sender, LocalDate first, LocalDate last) {
          return right.read(sender, first, last);
        }

        @Override
        public void save(EmailAddress sender, List<LedgerDay> days) {
          right.save(sender, days.stream().map(day -> latest(sender, day)).toList());
        }

        private LedgerDay latest(EmailAddress sender, LedgerDay day) {
          int now = right.read(sender, day.date(), day.date()).getFirst().revision();
          return new LedgerDay(day.date(), now, day.bookings());
        }
      };
    }
  }

  /** The sweep does not look after claims that nobody settles. */
  static final class OpenClaimsForgotten implements Planted {
    @Override
    public Enrollments enrollments(Enrollments right) {
      return new ForwardingEnrollments(right) {
        @Override
        public List<Overdue> overdue(Instant before, int limit) {
          return super.overdue(before, limit).stream()
              .filter(found -> right.find(found.id()).filter(e -> e.claim() == null).isPresent())
              .toList();
        }
      };
    }
  }
}
