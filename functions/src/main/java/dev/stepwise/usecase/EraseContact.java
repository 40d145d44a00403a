package dev.stepwise.usecase;

import dev.stepwise.StaleVersionException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.contact.Suppressions;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Erasure;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.inbound.ErasableMails;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Erases a person: suppressed first, so that nothing is sent and nobody enrolls the person anew;
 * then stopped; then taken out of everything. Whatever crashes, doing it again finishes it.
 */
public final class EraseContact {
  private static final int TRIES = 30;

  private final ContactFiles files;
  private final Enrollments enrollments;
  private final Suppressions suppressions;
  private final ErasableMails mails;
  private final MoveEnrollment move;
  private final InstantSource clock;

  public EraseContact(
      ContactFiles files, ErasableMails mails, MoveEnrollment move, InstantSource clock) {
    this.files = files;
    this.enrollments = files.enrollments();
    this.suppressions = files.suppressions();
    this.mails = mails;
    this.move = move;
    this.clock = clock;
  }

  /** Erases the person of that address, known or not; throws StaleVersion if it keeps changing. */
  public void erase(EmailAddress email, Authority admin) {
    suppress(email, admin);
    for (int left = TRIES; left > 0; left--) {
      EnrollmentId holder = files.contacts().card(email).lockedBy();
      Set<EnrollmentId> own = enrollmentsOf(email, holder);
      own.forEach(id -> move.stop(id, StopReason.ERASED, admin.forAll()));
      mails.erase(email, told(own));
      own.forEach(id -> erase(id, email));
      if (files.contacts().forget(email, holder)) {
        // An opt-out of the same moment may have read what was there before, and written later.
        suppress(email, admin);
        return;
      }
    }
    throw new StaleVersionException("the contact");
  }

  private void suppress(EmailAddress email, Authority admin) {
    Optional<Suppression> before = suppressions.find(email);
    if (before.isEmpty() || before.get().reason() != Suppression.Reason.ERASED) {
      suppressions.save(email, suppression(email, admin));
    }
  }

  private Suppression suppression(EmailAddress email, Authority admin) {
    return new Suppression(
        email.value(), Suppression.Reason.ERASED, clock.instant(), admin.subject(), null);
  }

  /** The index may lag behind the newest, which is the one that holds the lock. */
  private Set<EnrollmentId> enrollmentsOf(EmailAddress email, @Nullable EnrollmentId holder) {
    Set<EnrollmentId> own = new LinkedHashSet<>();
    if (holder != null) {
      own.add(holder);
    }
    files.enrollmentsOf(email).forEach(e -> own.add(e.id()));
    return own;
  }

  /**
   * The mails that the timelines tell of: those too that others sent in the person's name, and
   * those that the index does not have yet.
   */
  private List<String> told(Set<EnrollmentId> own) {
    return own.stream()
        .flatMap(id -> enrollments.find(id).stream())
        .flatMap(e -> e.mailsHeard().stream())
        .toList();
  }

  /** Decided anew when something was recorded meanwhile, such as a mail that was just leaving. */
  private void erase(EnrollmentId id, EmailAddress email) {
    for (int left = TRIES; left > 0; left--) {
      Optional<Enrollment> found =
          enrollments.find(id).filter(e -> e.facts().contact().equals(email));
      try {
        found.map(Erasure::of).ifPresent(enrollments::erase);
        return;
      } catch (StaleVersionException e) {
        if (left == 1) {
          throw e;
        }
      }
    }
  }
}
