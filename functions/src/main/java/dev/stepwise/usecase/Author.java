package dev.stepwise.usecase;

import dev.stepwise.Page;
import dev.stepwise.StaleVersionException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Enrollment;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Creates sequences, publishes their next versions and archives them. */
public final class Author {
  private static final List<String> GOING_ON =
      List.of("active", "awaiting_task", "paused", "failed");
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
          return owns(draft.owner(), who)
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

  /** Stops what still goes on, as far as the time allows. */
  public Stopped stopActive(SequenceId id, Authority who, Supplier<Duration> timeLeft) {
    int count = 0;
    for (String state : GOING_ON) {
      String cursor = null;
      do {
        if (timeLeft.get().compareTo(SPARE) < 0) {
          return new Stopped(count, false);
        }
        Page<Enrollment> page =
            enrollments.list(new Enrollments.Query(id, null, null, state), cursor);
        count += stop(page.items(), who);
        cursor = page.cursor();
      } while (cursor != null);
    }
    return new Stopped(count, true);
  }

  private int stop(List<Enrollment> page, Authority who) {
    return (int)
        parallel.map(page, e -> move.stop(e.id(), StopReason.SEQUENCE_ARCHIVED, who)).stream()
            .filter(Answer.Done.class::isInstance)
            .count();
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
