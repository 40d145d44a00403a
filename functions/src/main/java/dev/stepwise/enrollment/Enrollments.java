package dev.stepwise.enrollment;

import dev.stepwise.Page;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Domain;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.sequence.SequenceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Enrollments. Reads of one are strong, lists may lag by a moment; every write is conditional. */
public interface Enrollments {
  Optional<Enrollment> find(EnrollmentId id);

  /** The enrollment that holds a contact's lock, which may have ended since. */
  Entered create(Entrance entrance);

  /**
   * Takes the claim if the enrollment is active at that generation and step, due by {@code latest},
   * and no claim is open; the same claim asked for twice is taken once.
   */
  ClaimResult claim(ClaimRequest request);

  /** Writes a change whole, or throws StaleVersion when the enrollment has moved on. */
  void save(Change change);

  /**
   * Takes a person out of an enrollment: first out of what hangs on it, last out of itself, so that
   * after a crash the same is found and done again. Throws StaleVersion when it has moved on.
   */
  void erase(Erasure erasure);

  /** Enrollments that match; at least one page may be empty and still have a cursor. */
  Page<Enrollment> list(Query query, @Nullable String cursor);

  /** Enrollments that began with this account; those that have ended may be among them. */
  List<EnrollmentId> ofAccount(Domain account);

  /** Enrollments due, or with a claim open, since before that instant: at most {@code limit}. */
  List<Overdue> overdue(Instant before, int limit);

  /**
   * One contact begins: its enrollment, its lock (taken over from {@code replaces}, which has ended
   * or ends in {@code ending}), what is known of it, own copy of some steps, and the {@code
   * account} whose people answer for it, if its sequence stops at a colleague's answer.
   */
  record Entrance(
      Enrollment enrollment,
      Contact contact,
      Map<Integer, OwnCopy> overrides,
      @Nullable EnrollmentId replaces,
      @Nullable Change ending,
      @Nullable Domain account) {
    public Entrance {
      overrides = Map.copyOf(overrides);
    }
  }

  /** What came of an entrance. */
  enum Entered {
    /** It is written. */
    CREATED,
    /** An enrollment of this id exists: this is a repetition. */
    ALREADY_THERE,
    /** Somebody else has taken the contact's lock, or the old enrollment has moved on. */
    TAKEN
  }

  /** Who wants to send which step. */
  record ClaimRequest(
      EnrollmentId enrollment, int generation, int step, String claimId, Instant now) {
    /** The latest due time that counts as due. */
    public Instant latest() {
      return now.plus(Wake.TOLERANCE);
    }
  }

  /** Whether the claim was taken; if not, what is there instead (null: no such enrollment). */
  sealed interface ClaimResult {
    /** It is ours. */
    record Taken(Enrollment enrollment) implements ClaimResult {}

    /** It is not. */
    record NotTaken(@Nullable Enrollment found) implements ClaimResult {}
  }

  /** Which enrollments are wanted; null is any. */
  record Query(
      @Nullable SequenceId sequence,
      @Nullable EmailAddress contact,
      @Nullable EmailAddress sender,
      @Nullable String state) {
    /** True when this enrollment is wanted. */
    public boolean matches(Enrollment e) {
      return (sequence == null || sequence.equals(e.facts().sequence()))
          && (contact == null || contact.equals(e.facts().contact()))
          && (sender == null || sender.equals(e.facts().sender()))
          && (state == null || state.equals(e.state().wire()));
    }
  }

  /** An enrollment that should have been woken. */
  record Overdue(
      EnrollmentId id, SequenceId sequence, int version, int step, int generation, Instant due) {}
}
