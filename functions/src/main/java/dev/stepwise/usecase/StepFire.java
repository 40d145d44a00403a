package dev.stepwise.usecase;

import dev.stepwise.cadence.Wait;
import dev.stepwise.enrollment.Claim;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Enrollments.ClaimResult;
import dev.stepwise.enrollment.Settlement;
import dev.stepwise.enrollment.State;
import dev.stepwise.enrollment.Wake;
import dev.stepwise.sequence.Step;
import dev.stepwise.sequence.Version;
import dev.stepwise.timer.StepDue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A timer wakes an enrollment: its step is done, if it is still due. */
public final class StepFire {
  private final CaseFiles files;
  private final Commit commit;
  private final SendStep send;
  private final InstantSource clock;

  public StepFire(CaseFiles files, Commit commit, SendStep send, InstantSource clock) {
    this.files = files;
    this.commit = commit;
    this.send = send;
    this.clock = clock;
  }

  /** Does what is due; {@code timeLeft} says how much longer this function may run. */
  public Fired fire(StepDue due, Supplier<Duration> timeLeft) {
    Version version = files.version(due.sequence(), due.version());
    return switch (version.step(due.step())) {
      case Step.Email _ when !send.hasTime(timeLeft.get()) -> Fired.NO_TIME;
      case Step.Email _ ->
          switch (send.claim(due)) {
            case ClaimResult.Taken(Enrollment e) -> send.send(e, timeLeft);
            case ClaimResult.NotTaken(Enrollment found) -> woken(found, due, version);
          };
      case Step.ManualTask _ ->
          woken(files.enrollments().find(due.enrollment()).orElse(null), due, version);
    };
  }

  /** The step has failed for the last time: a person has to look at it. */
  public void giveUp(StepDue due, String reason) {
    Optional<Enrollment> found = files.enrollments().find(due.enrollment());
    boolean current =
        found.isPresent()
            && found.get().generation() == due.generation()
            && found.get().state() instanceof State.Active
            && found.get().claim() == null;
    if (current) {
      files
          .enrollments()
          .save(Settlement.failed(found.get(), Wait.FAILED, reason, clock.instant()));
    }
  }

  private Fired woken(@Nullable Enrollment found, StepDue due, Version version) {
    Instant now = clock.instant();
    Duration grace = version.settings().unknownGrace();
    Wake.Timer timer = new Wake.Timer(due.step(), due.generation());
    return switch (Wake.of(found, timer, now, grace)) {
      case Wake.Early _ -> Fired.EARLY;
      case Wake.Stale _ -> Fired.STALE;
      case Wake.InFlight _ -> Fired.IN_FLIGHT;
      case Wake.Reading _ -> Fired.READING;
      case Wake.NotYet(Enrollment e) -> {
        commit.arm(e, now);
        yield Fired.REARMED;
      }
      case Wake.Accepted(Enrollment e, Claim claim, String messageId) -> {
        send.settle(e, claim, messageId);
        yield Fired.SENT;
      }
      case Wake.OutcomeUnknown(Enrollment e) -> {
        commit.write(Settlement.unknown(e, version.settings().onUnknownOutcome(), now), now);
        yield Fired.DECIDED;
      }
      // An email that is ready was claimed by somebody and let go between two reads: come again.
      case Wake.Ready(Enrollment e) ->
          version.step(due.step()) instanceof Step.ManualTask task
              ? OpenTask.open(files.of(e), task, commit, now)
              : Fired.EARLY;
    };
  }
}
