package dev.stepwise.usecase;

import dev.stepwise.contact.Contact;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Decision;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Moves;
import java.util.function.UnaryOperator;

/** Corrects what is known of an enrollment's contact; mails from now on say it. */
public final class EditContact {
  private final MoveEnrollment move;
  private final Contacts contacts;

  public EditContact(MoveEnrollment move, Contacts contacts) {
    this.move = move;
    this.contacts = contacts;
  }

  /** The contact is written first: a timeline that tells of a change must not be ahead of it. */
  public Answer<Enrollment> edit(EnrollmentId id, UnaryOperator<Contact> edit, Authority who) {
    return move.change(
        id,
        who,
        (file, by) -> {
          Contact before = file.dossier().contact();
          Contact after = edit.apply(before);
          if (after.equals(before)) {
            return new Decision.Unchanged(file.enrollment());
          }
          contacts.save(after);
          return Moves.contactChanged(file.enrollment(), before.differences(after), by);
        });
  }
}
