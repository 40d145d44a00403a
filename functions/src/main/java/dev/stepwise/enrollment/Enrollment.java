package dev.stepwise.enrollment;

import dev.stepwise.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One contact on one version of one sequence. {@code revision} rises with every write, {@code
 * generation} with every write that changes what comes next or when, {@code attempt} with every
 * claim of the current step. {@code thread} is what the next reply goes into; {@code holds} keep it
 * from going on.
 */
public record Enrollment(
    Enrolled facts,
    int revision,
    int generation,
    int attempt,
    State state,
    @Nullable Claim claim,
    @Nullable MailThread thread,
    List<TaskId> openTasks,
    Holds holds,
    List<Entry> timeline) {
  public Enrollment {
    openTasks = List.copyOf(openTasks);
    timeline = List.copyOf(timeline);
  }

  /** A new enrollment, at revision and generation 1. */
  public static Enrollment begin(Enrolled facts, State first, Entry entry) {
    return new Enrollment(facts, 1, 1, 0, first, null, null, List.of(), Holds.NONE, List.of(entry));
  }

  public EnrollmentId id() {
    return facts.id();
  }

  /** The next step's number; none when it has ended. */
  public Optional<Integer> step() {
    return state.stepNumber();
  }

  /** True when it has ended and no mail of it may still leave: its contact is free. */
  public boolean isOver() {
    return state.ended() && claim == null;
  }

  /**
   * When the sweep must look after it: its due time, else since when a claim is open. While the rep
   * is asked about a mail nothing is overdue, unless SES has told of it meanwhile.
   */
  public Optional<Instant> lookAfter() {
    if (state instanceof State.Active active) {
      return Optional.of(active.due().at());
    }
    return claim == null || Moves.waitsForWord(this)
        ? Optional.empty()
        : Optional.of(claim.since());
  }

  /** True while a mail that came is not judged yet: nothing may leave. */
  public boolean isReading() {
    return !holds.reading().isEmpty() && !state.ended();
  }

  /** The state's name as the API shows it: an enrollment whose mail is being read is held. */
  public String shown() {
    return isReading() ? "held" : state.wire();
  }

  /** True when this very claim is still open. */
  public boolean holds(@Nullable Claim held) {
    return held != null && claim != null && claim.id().equals(held.id());
  }

  /** True when the claim of that step and attempt is still open. */
  public boolean awaits(int step, int claimAttempt) {
    return claim != null && claim.step() == step && claim.attempt() == claimAttempt;
  }

  /** That instant, or the last entry's if that was later: a timeline goes forward only. */
  public Instant notBefore(Instant at) {
    Instant last = timeline.getLast().at();
    return at.isBefore(last) ? last : at;
  }

  /**
   * What the mail of that step is called in its sender's ledger. One that left, or of which nobody
   * can tell, keeps its place: to send the step again is to send another mail.
   */
  public String mail(int step) {
    long earlier =
        timeline.stream()
            .filter(e -> e.step() == step)
            .filter(e -> e.type() == Entry.Type.SENT || e.type() == Entry.Type.OUTCOME_UNKNOWN)
            .count();
    return Enrolled.mail(id(), step, earlier);
  }

  /** Message ids of the open thread, the oldest first. */
  public List<String> messageIds() {
    return thread == null
        ? List.of()
        : timeline.stream()
            .filter(e -> e.type() == Entry.Type.SENT && e.step() >= thread.root())
            .map(Entry::detail)
            .filter(id -> !id.isEmpty())
            .toList();
  }

  /** Ids of the mails that came and were told of. */
  public List<String> mailsHeard() {
    return timeline.stream()
        .filter(e -> e.type() == Entry.Type.HEARD)
        .map(Entry::detail)
        .filter(id -> !id.isEmpty())
        .toList();
  }

  /** The same with another state: what comes next has changed. */
  Enrollment moved(State next, Entry entry) {
    boolean sameStep = step().equals(next.stepNumber());
    return new Enrollment(
        facts,
        revision + 1,
        generation + 1,
        sameStep ? attempt : 0,
        next,
        claim,
        thread,
        openTasks,
        holds,
        next instanceof State.Finished ? told(entry, finished(entry)) : told(entry));
  }

  /** The same with something more to tell: what comes next is as before. */
  public Enrollment noted(Entry entry) {
    return new Enrollment(
        facts,
        revision + 1,
        generation,
        attempt,
        state,
        claim,
        thread,
        openTasks,
        holds,
        told(entry));
  }

  /** The same with an entry more, as a part of a change. */
  Enrollment with(Entry entry) {
    return new Enrollment(
        facts, revision, generation, attempt, state, claim, thread, openTasks, holds, told(entry));
  }

  /** This change, but standing still, and with that to tell. */
  Enrollment rather(State.Paused still, Entry entry) {
    return new Enrollment(
        facts, revision, generation, attempt, still, claim, thread, openTasks, holds, told(entry));
  }

  /** The same with a new timer for its step. */
  Enrollment rearmed(State.Active again) {
    return new Enrollment(
        facts,
        revision + 1,
        generation + 1,
        attempt,
        again,
        claim,
        thread,
        openTasks,
        holds,
        timeline);
  }

  /** The same at the next revision: nothing changed that anybody need be told. */
  Enrollment touched() {
    return new Enrollment(
        facts, revision + 1, generation, attempt, state, claim, thread, openTasks, holds, timeline);
  }

  /** This change of state without the claim. */
  Enrollment unclaimed() {
    return new Enrollment(
        facts, revision, generation, attempt, state, null, thread, openTasks, holds, timeline);
  }

  /** This change of state, holding a claim. */
  Enrollment claimed(Claim held) {
    return new Enrollment(
        facts,
        revision,
        generation,
        held.attempt(),
        state,
        held,
        thread,
        openTasks,
        holds,
        timeline);
  }

  /** This change of state with that thread open; its subject would tell of who was erased. */
  Enrollment in(@Nullable MailThread open) {
    MailThread kept = facts.isErased() ? null : open;
    return new Enrollment(
        facts, revision, generation, attempt, state, claim, kept, openTasks, holds, timeline);
  }

  /** This change of state under other holds. */
  Enrollment held(Holds other) {
    return new Enrollment(
        facts, revision, generation, attempt, state, claim, thread, openTasks, other, timeline);
  }

  /** This change of state with other open tasks. */
  Enrollment waitingFor(List<TaskId> tasks) {
    return new Enrollment(
        facts, revision, generation, attempt, state, claim, thread, tasks, holds, timeline);
  }

  private List<Entry> told(Entry... entries) {
    List<Entry> longer = new ArrayList<>(timeline);
    for (Entry entry : entries) {
      Entry told = facts.isErased() ? entry.impersonal() : entry;
      longer.add(told.notBefore(longer.getLast().at()));
    }
    return longer;
  }

  private static Entry finished(Entry last) {
    return Entry.of(last.at(), Entry.Type.FINISHED, last.step(), "");
  }
}
