package dev.stepwise.usecase;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.OptingOut;
import dev.stepwise.sender.Senders;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A contact wants no more mail: the address is suppressed, and what goes on with it ends. */
public final class OptOut {
  /** Who acts, in suppressions and on timelines. */
  private static final String CONTACT = "contact";

  private final Enrollments enrollments;
  private final Contacts contacts;
  private final Suppress suppress;
  private final MoveEnrollment move;
  private final Authority contact;
  private final InstantSource clock;

  public OptOut(
      CaseFiles files,
      Contacts contacts,
      Suppress suppress,
      Senders senders,
      MoveEnrollment move,
      InstantSource clock) {
    this.enrollments = files.enrollments();
    this.contacts = contacts;
    this.suppress = suppress;
    this.move = move;
    this.contact = new Authority(CONTACT, true, senders);
    this.clock = clock;
  }

  /**
   * The contact of that enrollment, which may have ended long ago, has said so in that way; the
   * suppression comes first. False when there is no such enrollment. Said twice, it is as said
   * once; who was erased is suppressed already.
   */
  public boolean optOut(EnrollmentId named, String way) {
    Optional<Enrollment> found = enrollments.find(named);
    found.filter(e -> !e.facts().isErased()).ifPresent(e -> everywhere(e, way));
    return found.isPresent();
  }

  private void everywhere(Enrollment named, String way) {
    EmailAddress address = named.facts().contact();
    suppress.keep(address, suppression(address));
    Set<EnrollmentId> ending = new LinkedHashSet<>();
    ending.add(named.id());
    EnrollmentId holder = contacts.card(address).lockedBy();
    if (holder != null) {
      ending.add(holder);
    }
    ending.forEach(
        id -> move.change(id, contact, (file, by) -> OptingOut.optOut(file.enrollment(), way, by)));
  }

  private Suppression suppression(EmailAddress address) {
    return new Suppression(
        address.value(), Suppression.Reason.UNSUBSCRIBED, clock.instant(), CONTACT, null);
  }
}
