package dev.stepwise.usecase;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.contact.Suppressions;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.EnrollmentId;

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

  /** Written first, so that no claim taken from now on sends. */
  public void address(EmailAddress address, Suppression suppression, Authority who) {
    suppressions.save(address, suppression);
    EnrollmentId holder = contacts.card(address).lockedBy();
    if (holder != null) {
      move.stop(holder, Hindrance.reason(suppression), who.forAll());
    }
  }
}
