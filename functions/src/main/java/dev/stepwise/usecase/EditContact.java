package dev.stepwise.usecase;

import dev.stepwise.InvalidValueException;
import dev.stepwise.contact.Contact;
import dev.stepwise.enrollment.Decision;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Moves;
import java.util.function.UnaryOperator;

/** Corrects what is known of an enrollment's contact; mails from now on say it. */
public final class EditContact {
  private final MoveEnrollment move;

  public EditContact(MoveEnrollment move) {
    this.move = move;
  }

  public Answer<Enrollment> edit(EnrollmentId id, UnaryOperator<Contact> edit, Authority who) {
    return move.change(
        id,
        who,
        (file, by) -> {
          Contact before = file.dossier().contact();
          try {
            return Moves.correct(file.enrollment(), before, edit.apply(before), by);
          } catch (InvalidValueException e) {
            return new Decision.Refused("the contact " + e.getMessage());
          }
        });
  }
}
