package dev.stepwise.usecase;

import static java.util.Objects.requireNonNull;

import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.Domain;
import dev.stepwise.contact.Suppression;
import dev.stepwise.contact.Suppressions;
import dev.stepwise.enrollment.By;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Itinerary;
import dev.stepwise.enrollment.Switches;
import dev.stepwise.pause.Pauses;
import dev.stepwise.sender.Sender;
import dev.stepwise.sender.Senders;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.sequence.Version;
import dev.stepwise.usecase.EnrollOne.Checked;
import dev.stepwise.usecase.Refusal.Conflict;
import dev.stepwise.usecase.Refusal.Forbidden;
import dev.stepwise.usecase.Refusal.Invalid;
import dev.stepwise.usecase.Refusal.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Enrolls contacts into the current version of a sequence, each for itself. */
public final class Enroll {
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Duration FARTHEST = Duration.ofDays(366);

  /** A wait for the sender's pace that the caller should know of. */
  private static final Duration LONG = Duration.ofDays(7);

  private final Sequences sequences;
  private final Senders senders;
  private final Suppressions suppressions;
  private final Pauses pauses;
  private final EnrollOne one;
  private final Parallel parallel;
  private final InstantSource clock;

  public Enroll(
      Sequences sequences,
      Senders senders,
      Suppressions suppressions,
      Pauses pauses,
      EnrollOne one,
      Parallel parallel,
      InstantSource clock) {
    this.sequences = sequences;
    this.senders = senders;
    this.suppressions = suppressions;
    this.pauses = pauses;
    this.one = one;
    this.parallel = parallel;
    this.clock = clock;
  }

  /** Reads what all contacts have in common, or refuses the whole; nothing is written yet. */
  public Answer<Enrolling> prepare(EnrollRequest request, Authority who) {
    Instant now = clock.instant();
    Optional<Sequence> sequence = sequences.find(request.sequence());
    Optional<Sender> sender = senders.find(request.sender());
    Refusal refusal = refusal(request, sequence, sender, now);
    if (refusal != null) {
      return Answer.refused(refusal);
    }
    if (!who.admin() && !sender.orElseThrow().subjects().contains(who.subject())) {
      return Answer.refused(new Forbidden("sender " + request.sender() + " is not yours"));
    }
    By by = new By(who.subject(), now);
    return Answer.done(call(request, sequence.orElseThrow(), sender.orElseThrow(), by));
  }

  /** Finds who may begin, gives all their mails their places at once, and lets each begin. */
  public EnrollAnswer enroll(Enrolling call) {
    List<Candidate> candidates = distinct(call.request().contacts());
    List<Checked> checked = parallel.map(candidates, candidate -> one.check(candidate, call));
    List<Checked.Ready> ready =
        checked.stream()
            .filter(Checked.Ready.class::isInstance)
            .map(Checked.Ready.class::cast)
            .toList();
    Map<EnrollmentId, Itinerary> ahead = one.places().ahead(ready, call);
    List<EnrollResult> results = parallel.map(checked, each -> result(each, call, ahead));
    return new EnrollAnswer(results, last(call, ahead.values()));
  }

  private EnrollResult result(Checked checked, Enrolling call, Map<EnrollmentId, Itinerary> ahead) {
    return switch (checked) {
      case Checked.Answered(EnrollResult result) -> result;
      case Checked.Ready ready when call.request().dryRun() ->
          EnrollResult.enrolled(ready.good().email(), null);
      case Checked.Ready ready -> one.begin(ready, call, requireNonNull(ahead.get(ready.id())));
    };
  }

  /** When the last of them begins, if that is remarkably late for its sender's pace. */
  private static Optional<Instant> last(Enrolling call, Collection<Itinerary> ahead) {
    return ahead.stream()
        .map(Itinerary::first)
        .filter(first -> first.due().why().isPace())
        .map(first -> first.due().at())
        .filter(at -> at.isAfter(call.start().plus(LONG)))
        .max(Instant::compareTo);
  }

  private static @Nullable Refusal refusal(
      EnrollRequest request, Optional<Sequence> sequence, Optional<Sender> sender, Instant now) {
    if (sequence.isEmpty()) {
      return new NotFound("sequence " + request.sequence());
    }
    if (sequence.get().status() == Sequence.Status.ARCHIVED) {
      return new Conflict("the sequence is archived and takes no new enrollments");
    }
    if (sender.isEmpty()) {
      return new Invalid("sender", "must be a sender of this team; PUT /senders/{email} makes one");
    }
    return misplaced(sequence.get().current(), request.startAtStep(), request.startAt(), now);
  }

  /** Why nobody can begin at that step or at that time. */
  static @Nullable Refusal misplaced(
      Version version, int step, @Nullable Instant start, Instant now) {
    if (step < 1 || step > version.last()) {
      return new Invalid(
          "startAtStep", "must be a step of the current version, 1 to " + version.last());
    }
    if (start != null && (start.isBefore(now.minus(SKEW)) || start.isAfter(now.plus(FARTHEST)))) {
      return new Invalid("startAt", "must not be in the past nor more than a year ahead");
    }
    return null;
  }

  private Enrolling call(EnrollRequest request, Sequence sequence, Sender sender, By by) {
    Set<Domain> domains = new HashSet<>();
    for (Candidate candidate : request.contacts()) {
      if (candidate instanceof Candidate.Good good) {
        domains.add(good.contact().email().domain());
      }
    }
    Map<Domain, Suppression> suppressed = suppressions.ofDomains(domains);
    Instant startAt = request.startAt();
    return new Enrolling(
        request,
        sequence.current(),
        sender,
        suppressed,
        by.at(),
        startAt == null ? by.at() : startAt,
        startAt == null ? Wait.DELAY : Wait.START_AT,
        by.who(),
        switches(sequence, sender));
  }

  private Switches switches(Sequence sequence, Sender sender) {
    return new Switches(pauses.everything().orElse(null), sender.pause(), sequence.pause());
  }

  /** The second and later occurrences of an address are refused. */
  private static List<Candidate> distinct(List<Candidate> candidates) {
    Set<String> seen = new HashSet<>();
    return candidates.stream()
        .<Candidate>map(candidate ->
            candidate instanceof Candidate.Good good && !seen.add(good.contact().email().value())
                ? new Candidate.Bad(good.email(), "is in this call more than once")
                : candidate)
        .toList();
  }
}
