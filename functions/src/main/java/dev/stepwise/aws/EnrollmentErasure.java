package dev.stepwise.aws;

import dev.stepwise.StaleVersionException;
import dev.stepwise.contact.Domain;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Erasure;
import dev.stepwise.task.TaskId;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Takes a person out of an enrollment. Its timeline leads to its tasks and messages and its address
 * leads to itself, so that it goes last; its own copy goes with it, for that must be there while
 * the enrollment says so.
 */
record EnrollmentErasure(Table table) {
  void of(Erasure erasure) {
    Enrollment after = erasure.after();
    Domain account = erasure.before().facts().contact().domain();
    erasure.tasks().forEach(task -> blank(task, after));
    erasure.messageIds().forEach(id -> table.delete(Key.message(id)));
    try {
      table.transact(
          List.of(
              table.putting(
                  EnrollmentItem.write(after), EnrollmentWrites.unchanged(erasure.before())),
              table.deleting(Key.overrides(after.id())),
              table.deleting(Key.ofAccount(account, after.id()))));
    } catch (TransactionCanceledException _) {
      throw new StaleVersionException("enrollment " + after.id());
    }
  }

  private void blank(TaskId task, Enrollment after) {
    try {
      table.update(Key.task(task), TaskItem.erasing(after.facts().contact()), Expression.PRESENT);
    } catch (ConditionalCheckFailedException _) {
      // There is none: nothing to erase.
    }
  }
}
