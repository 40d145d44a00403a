package dev.stepwise.usecase;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.pause.Counts;
import dev.stepwise.pause.Pauses;
import dev.stepwise.pause.Round;
import dev.stepwise.pause.Scope;
import dev.stepwise.sender.Sender;
import dev.stepwise.sender.Senders;
import dev.stepwise.sending.Pause;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.usecase.Refusal.Forbidden;
import dev.stepwise.usecase.Refusal.Invalid;
import dev.stepwise.usecase.Refusal.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Pauses and resumes a sequence, a sender or everything: turns the switch, which counts at once,
 * and carries it to as many enrollments as the time allows. The sweep goes on with the others.
 */
public final class TurnSwitch {
  private static final Duration FARTHEST = Duration.ofDays(366);

  private final Sequences sequences;
  private final Senders senders;
  private final Pauses pauses;
  private final Counts counts;
  private final CarryPauses carry;
  private final InstantSource clock;

  public TurnSwitch(
      Sequences sequences,
      Senders senders,
      Pauses pauses,
      Counts counts,
      CarryPauses carry,
      InstantSource clock) {
    this.sequences = sequences;
    this.senders = senders;
    this.pauses = pauses;
    this.counts = counts;
    this.carry = carry;
    this.clock = clock;
  }

  /** When a pause is to end by itself: at an instant, or as that day begins for the sender. */
  public sealed interface Until {
    /** At that instant. */
    record At(Instant instant) implements Until {}

    /** As that day begins. */
    record On(LocalDate date) implements Until {}
  }

  /** How long to pause, and what for; null where nothing is said. */
  public record Wish(@Nullable Until until, @Nullable String reason) {}

  /** Pauses; of a pause that is on already, what the wish does not say stays as it was. */
  public Answer<Pause> pause(Scope scope, Wish wish, Authority who, Supplier<Duration> timeLeft) {
    Instant now = clock.instant();
    return mayTurn(scope, who)
        .then(_ -> until(scope, wish.until, now))
        .then(until -> {
          Optional<Pause> before = pauses.of(scope).filter(pause -> pause.isOn(now));
          Pause old = before.orElse(new Pause(now, null, who.subject(), null));
          Pause after =
              new Pause(
                  old.since(),
                  until.orElse(old.until()),
                  old.by(),
                  wish.reason == null ? old.reason() : wish.reason,
                  old.cause());
          return before.isPresent() && after.equals(old)
              ? Answer.done(after)
              : turn(scope, after, who, timeLeft).then(_ -> Answer.done(after));
        });
  }

  /** Resumes, and has guardrails count anew; what is not paused stays so. */
  public Answer<Scope> resume(Scope scope, Authority who, Supplier<Duration> timeLeft) {
    return mayTurn(scope, who)
        .then(_ -> {
          if (pauses.of(scope).filter(pause -> pause.isOn(clock.instant())).isEmpty()) {
            return Answer.done(scope);
          }
          counts.forget(scope);
          return turn(scope, null, who, timeLeft);
        });
  }

  private Answer<Scope> turn(
      Scope scope, @Nullable Pause pause, Authority who, Supplier<Duration> timeLeft) {
    Round round = Round.turned(scope, clock.instant(), who.subject());
    if (!pauses.turn(round, pause)) {
      return Answer.refused(new NotFound("such sequence or sender"));
    }
    carry.atOnce(round, timeLeft);
    return Answer.done(scope);
  }

  private Answer<Scope> mayTurn(Scope scope, Authority who) {
    Optional<Refusal> refusal =
        switch (scope) {
          case Scope.Everything _ ->
              refused(!who.admin(), new Forbidden("only an admin pauses or resumes everything"));
          case Scope.OfSender(var email) ->
              refused(!who.mayActFor(email), new Forbidden("this sender is not yours"))
                  .or(() ->
                      refused(senders.find(email).isEmpty(), new NotFound("sender " + email)));
          case Scope.OfSequence(var id) ->
              sequences
                  .find(id)
                  .map(found -> ofOther(found, who))
                  .orElseGet(() -> Optional.of(new NotFound("sequence " + id)));
        };
    return refusal.<Answer<Scope>>map(Answer::refused).orElseGet(() -> Answer.done(scope));
  }

  private static Optional<Refusal> ofOther(Sequence sequence, Authority who) {
    EmailAddress owner = sequence.owner();
    boolean own = who.admin() || (owner != null && who.mayActFor(owner));
    return refused(!own, new Forbidden("this sequence is another sender's"));
  }

  private static Optional<Refusal> refused(boolean wrong, Refusal refusal) {
    return wrong ? Optional.of(refusal) : Optional.empty();
  }

  private Answer<Optional<Instant>> until(Scope scope, @Nullable Until until, Instant now) {
    if (until == null) {
      return Answer.done(Optional.empty());
    }
    Optional<Instant> end =
        switch (until) {
          case Until.At(Instant instant) -> Optional.of(instant);
          case Until.On(LocalDate date) -> beginning(scope, date);
        };
    if (end.isEmpty()) {
      return invalid("must be an instant such as 2026-12-01T09:00:00Z: only senders have a zone");
    }
    return end.filter(at -> at.isAfter(now) && !at.isAfter(now.plus(FARTHEST))).isPresent()
        ? Answer.done(end)
        : invalid("must be in the future, and not more than a year ahead");
  }

  private static Answer<Optional<Instant>> invalid(String why) {
    return Answer.refused(new Invalid("until", why));
  }

  private Optional<Instant> beginning(Scope scope, LocalDate date) {
    return scope instanceof Scope.OfSender(var email)
        ? senders.find(email).map(Sender::timeZone).map(zone -> date.atStartOfDay(zone).toInstant())
        : Optional.empty();
  }
}
