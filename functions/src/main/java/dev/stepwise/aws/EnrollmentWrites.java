package dev.stepwise.aws;

import dev.stepwise.contact.Contact;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Change.TaskWrite;
import dev.stepwise.enrollment.Claim;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments.ClaimRequest;
import dev.stepwise.enrollment.Hearing;
import dev.stepwise.matching.Incoming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The writes of enrollments, each with its condition. */
record EnrollmentWrites(Table table) {
  private static final String ENROLLMENT = "e";
  private static final int FORMAT = 1;

  /** That it is as it was read: nobody has written or claimed it since. */
  static Expression unchanged(Enrollment e) {
    Expression same =
        Expression.of("#rv = :rv AND #generation = :generation AND #at = :at")
            .with("rv", e.revision())
            .with("generation", e.generation())
            .with("at", e.attempt());
    Claim claim = e.claim();
    return claim == null
        ? same.and("attribute_not_exists(#ci)")
        : same.and("#ci = :ci").with("ci", claim.id());
  }

  /** That the claim may be taken. */
  static Expression claimable(ClaimRequest request) {
    return Expression.of(
            "begins_with(#st, :active) AND #generation = :generation AND #step = :step"
                + " AND attribute_not_exists(#ci) AND attribute_not_exists(#rd) AND #due <= :latest")
        .with("active", StateText.ACTIVE)
        .with("generation", request.generation())
        .with("step", request.step())
        .with("latest", request.latest().toEpochMilli());
  }

  /** Takes the claim; no attribute of an index changes. */
  static Expression claiming(ClaimRequest request) {
    return Expression.of(
            "SET #ci = :claim, #cs = :step, #ct = :since, #ca = #at + :one, #at = #at + :one"
                + " ADD #rv :one")
        .with("claim", request.claimId())
        .with("step", request.step())
        .with("since", request.now().toEpochMilli())
        .with("one", 1);
  }

  /** Holds it while a mail is read, whatever it is at: no attribute of an index changes. */
  static Expression holding(Incoming mail) {
    String entry = EntryText.write(Hearing.entry(mail.id(), mail.at()));
    return Expression.of("SET #tl = list_append(#tl, :heard) ADD #rd :mail, #rv :one")
        .with("heard", AttributeValue.fromL(List.of(AttributeValue.fromS(entry))))
        .with("mail", AttributeValue.fromSs(List.of(mail.id())))
        .with("one", 1);
  }

  /** All of a change, to be written in one transaction. */
  List<TransactWriteItem> of(Change change) {
    List<TransactWriteItem> writes = new ArrayList<>();
    Enrollment after = change.after();
    writes.add(table.putting(EnrollmentItem.write(after), unchanged(change.before())));
    change.tasks().forEach(task -> writes.add(of(task, after)));
    String messageId = change.messageId();
    if (messageId != null) {
      writes.add(table.putting(pointer(Key.message(messageId), after.id())));
    }
    Contact contact = change.contact();
    if (contact != null) {
      writes.add(known(contact));
    }
    return writes;
  }

  /** What is known of a contact. */
  TransactWriteItem known(Contact contact) {
    Key at = table.contact(contact.email(), Key.CONTACT);
    return table.putting(ContactItem.write(at, contact));
  }

  private TransactWriteItem of(TaskWrite write, Enrollment e) {
    return switch (write) {
      case TaskWrite.Open open -> table.putting(TaskItem.write(open.task()));
      case TaskWrite.Close close ->
          table.updating(
              Key.task(close.id()),
              TaskItem.closing(e.facts().sender(), close.state()),
              Expression.PRESENT);
      case TaskWrite.Reschedule later ->
          table.updating(
              Key.task(later.id()),
              TaskItem.rescheduling(later.id(), later.dueAt()),
              Expression.PRESENT);
    };
  }

  /** An item that names an enrollment: a lock, or a message that was sent. */
  static Map<String, AttributeValue> pointer(Key key, EnrollmentId id) {
    return ItemWriter.at(key, FORMAT).text(ENROLLMENT, id.value()).done();
  }

  /** The enrollment that such an item names. */
  static EnrollmentId pointed(Item item) {
    return new EnrollmentId(item.inFormat(FORMAT).text(ENROLLMENT));
  }

  /** That the contact's lock is free for this enrollment, or held by the one it replaces. */
  static Expression free(EnrollmentId own, EnrollmentId replaced) {
    return Expression.of("attribute_not_exists(#pk) OR #e = :own OR #e = :replaced")
        .with("own", own.value())
        .with("replaced", replaced.value());
  }
}
