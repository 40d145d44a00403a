package dev.stepwise.usecase;

import dev.stepwise.InvalidValueException;
import dev.stepwise.contact.Contact;
import dev.stepwise.enrollment.Correction;
import dev.stepwise.enrollment.Decision;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Moves;
import java.util.function.UnaryOperator;

/** Corrects what is known of an enrollment's contact; mails and clocks from now on heed it. */
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
            Correction news =
                new Correction(
                    file.plan().version(), file.dossier().sender(), before, edit.apply(before));
            return Moves.correct(file.enrollment(), news, by);
          } catch (InvalidValueException e) {
            return new Decision.Refused("the contact " + e.getMessage());
          }
        });
  }
}
