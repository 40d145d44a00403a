package dev.stepwise.usecase;

import dev.stepwise.contact.Domain;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.contact.Suppressions;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.StopReason;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Says that an address may never be written to, and ends what goes on with it. */
public final class Suppress {
  private static final System.Logger LOG = System.getLogger(Suppress.class.getName());

  private final Suppressions suppressions;
  private final Contacts contacts;
  private final MoveEnrollment move;

  public Suppress(Suppressions suppressions, Contacts contacts, MoveEnrollment move) {
    this.suppressions = suppressions;
    this.contacts = contacts;
    this.move = move;
  }

  /**
   * Written first, so that no claim taken from now on sends. What is there already is not weakened.
   */
  public Suppression address(EmailAddress address, Suppression asked, Authority who) {
    Suppression kept = keep(address, asked);
    stop(address, Hindrance.reason(kept), who);
    return kept;
  }

  /** Writes it down, unless what is there already says as much or more. */
  Suppression keep(EmailAddress address, Suppression asked) {
    Optional<Suppression> before = suppressions.find(address);
    Suppression kept = stronger(before, asked);
    if (before.filter(kept::equals).isEmpty()) {
      suppressions.save(address, kept);
      LOG.log(Level.INFO, "{0} is suppressed: {1}", address, kept.reason().wire());
    }
    return kept;
  }

  /** Ends what goes on with a suppressed address; does nothing once the suppression is lifted. */
  void stopSuppressed(EmailAddress address, StopReason reason, Authority who) {
    if (suppressions.find(address).isPresent()) {
      stop(address, reason, who);
    }
  }

  private void stop(EmailAddress address, StopReason reason, Authority who) {
    EnrollmentId holder = contacts.card(address).lockedBy();
    if (holder != null) {
      move.stop(holder, reason, who.forAll());
    }
  }

  /** Every enrollment of the domain stops when its next step is due. */
  public Suppression domain(Domain domain, Suppression asked) {
    Suppression kept = stronger(suppressions.find(domain), asked);
    suppressions.save(domain, kept);
    return kept;
  }

  /** The first of its kind stays: it says since when. */
  private static Suppression stronger(Optional<Suppression> before, Suppression asked) {
    return before.filter(kept -> weight(kept) >= weight(asked)).orElse(asked);
  }

  /** What a mail system says weighs more than a plain wish, and a person's own word the most. */
  private static int weight(Suppression suppression) {
    return switch (suppression.reason()) {
      case MANUAL -> 0;
      case BOUNCED -> 1;
      case UNSUBSCRIBED -> 2;
      case COMPLAINED -> 3;
      case ERASED -> 4;
    };
  }
}
