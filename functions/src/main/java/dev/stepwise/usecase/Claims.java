package dev.stepwise.usecase;

import dev.stepwise.StaleVersionException;
import dev.stepwise.StepwiseException;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Enrollments.ClaimRequest;
import dev.stepwise.enrollment.Enrollments.ClaimResult;
import dev.stepwise.enrollment.Settlement;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes claims and ends them, whatever else is written beside them. */
record Claims(CaseFiles files, Commit commit, InstantSource clock) {
  private static final int TRIES = 8;

  /** What is decided of an enrollment that holds our claim. */
  interface Decide {
    Change of(Enrollment e);
  }

  ClaimResult take(ClaimRequest request) {
    try {
      return files.enrollments().claim(request);
    } catch (RuntimeException trouble) {
      throw letGo(() -> taken(request), trouble);
    }
  }

  /** Ends the claim, deciding anew when something else was written beside it. */
  void settle(Enrollment claimed, Decide decide) {
    Enrollment current = claimed;
    for (int left = TRIES; left > 0; left--) {
      try {
        commit.settle(decide.of(current), clock.instant());
        return;
      } catch (StaleVersionException stale) {
        current = files.enrollments().find(claimed.id()).orElseThrow();
        if (!current.holds(claimed.claim())) {
          return;
        }
      }
    }
    throw new StepwiseException("enrollment " + claimed.id() + " changes too often to settle");
  }

  /** Trouble before the send is no reason to keep a claim: nothing has left. */
  RuntimeException letGo(Supplier<Optional<Enrollment>> claimed, RuntimeException trouble) {
    try {
      claimed.get().ifPresent(e -> settle(e, Settlement::released));
    } catch (RuntimeException second) {
      trouble.addSuppressed(second);
    }
    return trouble;
  }

  /** What a claim whose answer was lost has left, if it was taken. */
  private Optional<Enrollment> taken(ClaimRequest request) {
    return files
        .enrollments()
        .find(request.enrollment())
        .filter(e -> e.claim() != null && e.claim().id().equals(request.claimId()));
  }
}
