package dev.stepwise.aws;

import dev.stepwise.Page;
import dev.stepwise.StaleVersionException;
import dev.stepwise.contact.Domain;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Erasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Enrollments in the table. */
record DynamoEnrollments(Table table) implements Enrollments {
  @Override
  public Optional<Enrollment> find(EnrollmentId id) {
    return table.get(Key.enrollment(id)).map(EnrollmentItem::read);
  }

  @Override
  public Entered create(Entrance entrance) {
    try {
      table.transact(writes(entrance));
      return Entered.CREATED;
    } catch (TransactionCanceledException e) {
      List<CancellationReason> reasons = e.cancellationReasons();
      return Backoff.failed(reasons.getFirst()) ? Entered.ALREADY_THERE : Entered.TAKEN;
    }
  }

  /** Its own state comes first: a repetition must not be taken for a lost race. */
  private List<TransactWriteItem> writes(Entrance entrance) {
    Enrollment e = entrance.enrollment();
    EnrollmentId replaces = entrance.replaces();
    Key lock = table.contact(e.facts().contact(), Key.LOCK);
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(table.putting(EnrollmentItem.write(e), Expression.ABSENT));
    writes.add(
        table.putting(
            EnrollmentWrites.pointer(lock, e.id()),
            EnrollmentWrites.free(e.id(), replaces == null ? e.id() : replaces)));
    writes.add(new EnrollmentWrites(table).known(entrance.contact()));
    if (!entrance.overrides().isEmpty()) {
      writes.add(table.putting(OverridesItem.write(e.id(), entrance.overrides())));
    }
    Domain account = entrance.account();
    if (account != null) {
      writes.add(table.putting(EnrollmentWrites.pointer(Key.ofAccount(account, e.id()), e.id())));
    }
    Change ending = entrance.ending();
    if (ending != null) {
      writes.addAll(new EnrollmentWrites(table).of(ending));
    }
    return writes;
  }

  @Override
  public ClaimResult claim(ClaimRequest request) {
    try {
      Item taken =
          table.update(
              Key.enrollment(request.enrollment()),
              EnrollmentWrites.claiming(request),
              EnrollmentWrites.claimable(request));
      return new ClaimResult.Taken(EnrollmentItem.read(taken));
    } catch (ConditionalCheckFailedException e) {
      return e.hasItem()
          ? refused(EnrollmentItem.read(new Item(e.item())), request)
          : new ClaimResult.NotTaken(null);
    }
  }

  /** The SDK repeats a request whose answer was lost: then the claim is there, and it is ours. */
  private static ClaimResult refused(Enrollment found, ClaimRequest request) {
    return found.claim() != null && found.claim().id().equals(request.claimId())
        ? new ClaimResult.Taken(found)
        : new ClaimResult.NotTaken(found);
  }

  @Override
  public void save(Change change) {
    if (change.isAlone()) {
      put(change);
      return;
    }
    try {
      table.transact(new EnrollmentWrites(table).of(change));
    } catch (TransactionCanceledException _) {
      throw stale(change);
    }
  }

  private void put(Change change) {
    if (!table.putOnce(
        EnrollmentItem.write(change.after()), EnrollmentWrites.unchanged(change.before()))) {
      throw stale(change);
    }
  }

  private static StaleVersionException stale(Change change) {
    return new StaleVersionException("enrollment " + change.before().id());
  }

  @Override
  public void erase(Erasure erasure) {
    new EnrollmentErasure(table).of(erasure);
  }

  @Override
  public Page<Enrollment> list(Query query, @Nullable String cursor) {
    return new EnrollmentLists(table).page(query, cursor);
  }

  @Override
  public List<EnrollmentId> ofAccount(Domain account) {
    return table.beginning(Key.ofAccount(account, new EnrollmentId("0")).pk(), Key.ACCOUNT).stream()
        .map(EnrollmentWrites::pointed)
        .toList();
  }

  @Override
  public List<Overdue> overdue(Instant before, int limit) {
    return new DueIndex(table).overdue(before, limit);
  }
}
