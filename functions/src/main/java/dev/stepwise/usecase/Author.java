package dev.stepwise.usecase;

import dev.stepwise.Page;
import dev.stepwise.StaleVersionException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.sequence.Draft;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.usecase.Refusal.Conflict;
import dev.stepwise.usecase.Refusal.Forbidden;
import dev.stepwise.usecase.Refusal.NotFound;
import dev.stepwise.usecase.Refusal.Outdated;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Creates sequences, publishes their next versions and archives them. */
public final class Author {
  private static final List<String> GOING_ON =
      List.of("active", "held", "awaiting_task", "paused", "failed");
  private static final int PASSES = 4;
  private static final Duration SPARE = Duration.ofSeconds(5);

  private final Sequences sequences;
  private final Enrollments enrollments;
  private final MoveEnrollment move;
  private final Parallel parallel;
  private final InstantSource clock;

  public Author(
      Sequences sequences,
      Enrollments enrollments,
      MoveEnrollment move,
      Parallel parallel,
      InstantSource clock) {
    this.sequences = sequences;
    this.enrollments = enrollments;
    this.move = move;
    this.parallel = parallel;
    this.clock = clock;
  }

  /** Begins a sequence at version 1; one of this id that is there already is answered as it is. */
  public Answer<Sequence> create(SequenceId id, Draft asked, Authority who) {
    Draft draft = asked.owner() == null ? owned(asked, who) : asked;
    if (!owns(draft.owner(), who)) {
      return Answer.refused(new Forbidden("a rep's sequences are owned by the rep's own sender"));
    }
    Sequence sequence = draft.begin(id, clock.instant());
    return Answer.done(sequences.create(sequence) ? sequence : sequences.find(id).orElseThrow());
  }

  /** Publishes the next version, if {@code expected} is still the current one. */
  public Answer<Sequence> publish(SequenceId id, Draft draft, int expected, Authority who) {
    return find(id, who)
        .then(before -> {
          if (before.status() == Sequence.Status.ARCHIVED) {
            return Answer.refused(new Conflict("the sequence is archived"));
          }
          if (before.current().number() != expected) {
            return Answer.refused(new Outdated(before.current().number()));
          }
          return draft.owner() == null || owns(draft.owner(), who)
              ? save(before, before.published(draft, clock.instant()))
              : Answer.refused(new Forbidden("a rep's sequences stay the rep's own"));
        });
  }

  /** Takes no new enrollments from now on; active ones finish. */
  public Answer<Sequence> archive(SequenceId id, Authority who) {
    return find(id, who)
        .then(before ->
            before.status() == Sequence.Status.ARCHIVED
                ? Answer.done(before)
                : save(before, before.archived(clock.instant())));
  }

  /** What came of stopping all enrollments of a sequence: when not complete, call again. */
  public record Stopped(int count, boolean complete) {}

  /**
   * Stops what still goes on, as far as the time allows. Lists lag and enrollments move, so that it
   * looks more than once; what the caller may not stop leaves it incomplete.
   */
  public Stopped stopActive(SequenceId id, Authority who, Supplier<Duration> timeLeft) {
    Set<EnrollmentId> stopped = new HashSet<>();
    boolean complete = false;
    for (int pass = 0; pass < PASSES && !complete; pass++) {
      int before = stopped.size();
      complete = pass(id, who, timeLeft, stopped) && stopped.size() == before;
    }
    return new Stopped(stopped.size(), complete);
  }

  /** True when all that was found is stopped. */
  private boolean pass(
      SequenceId id, Authority who, Supplier<Duration> timeLeft, Set<EnrollmentId> stopped) {
    boolean all = true;
    for (String state : GOING_ON) {
      String cursor = null;
      do {
        if (timeLeft.get().compareTo(SPARE) < 0) {
          return false;
        }
        Enrollments.Query query = new Enrollments.Query(id, null, null, state);
        Page<Enrollment> page = enrollments.list(query, cursor);
        all &= stop(page.items(), who, stopped);
        cursor = page.cursor();
      } while (cursor != null);
    }
    return all;
  }

  private boolean stop(List<Enrollment> page, Authority who, Set<EnrollmentId> stopped) {
    List<Answer<Enrollment>> answers =
        parallel.map(page, e -> move.stop(e.id(), StopReason.SEQUENCE_ARCHIVED, who));
    boolean all = true;
    for (Answer<Enrollment> answer : answers) {
      switch (answer) {
        case Answer.Done<Enrollment>(Enrollment e) -> stopped.add(e.id());
        case Answer.Refused<Enrollment>(Refusal why) -> all &= !(why instanceof Forbidden);
      }
    }
    return all;
  }

  private Answer<Sequence> save(Sequence before, Sequence after) {
    try {
      sequences.save(before, after);
      return Answer.done(after);
    } catch (StaleVersionException e) {
      Sequence now = sequences.find(before.id()).orElseThrow();
      return Answer.refused(new Outdated(now.current().number()));
    }
  }

  private Answer<Sequence> find(SequenceId id, Authority who) {
    Optional<Sequence> found = sequences.find(id);
    if (found.isEmpty()) {
      return Answer.refused(new NotFound("sequence " + id));
    }
    return owns(found.get().owner(), who)
        ? Answer.done(found.get())
        : Answer.refused(new Forbidden("this sequence is another sender's"));
  }

  /** What a rep with one sender creates is that one's, if nothing else is said. */
  private static Draft owned(Draft draft, Authority who) {
    Set<EmailAddress> own = who.admin() ? Set.of() : who.own();
    return own.size() == 1 ? draft.ownedBy(own.iterator().next()) : draft;
  }

  private static boolean owns(@Nullable EmailAddress owner, Authority who) {
    return who.admin() || (owner != null && who.mayActFor(owner));
  }
}
