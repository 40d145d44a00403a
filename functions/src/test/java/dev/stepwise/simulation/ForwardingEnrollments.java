package dev.stepwise.simulation;

import dev.stepwise.Page;
import dev.stepwise.contact.Domain;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Erasure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Enrollments that do all as the right ones do; a planted bug does one thing otherwise. */
abstract class ForwardingEnrollments implements Enrollments {
  final Enrollments right;

  ForwardingEnrollments(Enrollments right) {
    this.right = right;
  }

  @Override
  public Optional<Enrollment> find(EnrollmentId id) {
    return right.find(id);
  }

  @Override
  public Entered create(Entrance entrance) {
    return right.create(entrance);
  }

  @Override
  public ClaimResult claim(ClaimRequest request) {
    return right.claim(request);
  }

  @Override
  public void save(Change change) {
    right.save(change);
  }

  @Override
  public void erase(Erasure erasure) {
    right.erase(erasure);
  }

  @Override
  public Page<Enrollment> list(Query query, @Nullable String cursor) {
    return right.list(query, cursor);
  }

  @Override
  public List<EnrollmentId> ofAccount(Domain account) {
    return right.ofAccount(account);
  }

  @Override
  public List<Overdue> overdue(Instant before, int limit) {
    return right.overdue(before, limit);
  }
}
