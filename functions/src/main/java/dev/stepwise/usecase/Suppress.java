package dev.stepwise.usecase;

import dev.stepwise.contact.Domain;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.contact.Suppressions;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.EnrollmentId;
import java.util.Optional;

/** Says that an address may never be written to, and ends what goes on with it. */
public final class Suppress {
  private final Suppressions suppressions;
  private final Contacts contacts;
  private final MoveEnrollment move;

  public Suppress(Suppressions suppressions, Contacts contacts, MoveEnrollment move) {
    this.suppressions = suppressions;
    this.contacts = contacts;
    this.move = move;
  }

  /**
   * Written first, so that no claim taken from now on sends. What a person or a mail system has
   * said is not weakened by a plain one.
   */
  public Suppression address(EmailAddress address, Suppression asked, Authority who) {
    Suppression kept = write(address, asked);
    EnrollmentId holder = contacts.card(address).lockedBy();
    if (holder != null) {
      move.stop(holder, Hindrance.reason(kept), who.forAll());
    }
    return kept;
  }

  /** Written only: whoever asked ends what goes on with the address. */
  Suppression write(EmailAddress address, Suppression asked) {
    Suppression kept = stronger(suppressions.find(address), asked);
    suppressions.save(address, kept);
    return kept;
  }

  /** Every enrollment of the domain stops when its next step is due. */
  public Suppression domain(Domain domain, Suppression asked) {
    Suppression kept = stronger(suppressions.find(domain), asked);
    suppressions.save(domain, kept);
    return kept;
  }

  /** A person's own word counts most, and then what mail systems say. */
  private static int rank(Suppression suppression) {
    return switch (suppression.reason()) {
      case MANUAL -> 0;
      case BOUNCED -> 1;
      case UNSUBSCRIBED, COMPLAINED -> 2;
      case ERASED -> 3;
    };
  }

  private static Suppression stronger(Optional<Suppression> before, Suppression asked) {
    return before.filter(kept -> rank(kept) > rank(asked)).orElse(asked);
  }
}
