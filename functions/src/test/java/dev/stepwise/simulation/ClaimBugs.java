package dev.stepwise.simulation;

import dev.stepwise.cadence.Wait;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Claim;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.State;
import java.util.List;
import java.util.function.BiPredicate;

/** Bugs in the condition of the claim: it is taken where it must not be. */
record ClaimBugs(BiPredicate<Enrollment, Enrollments.ClaimRequest> wrong) implements Planted {

  /** Nobody asks whether somebody else is at it. */
  static Planted claimRemoved() {
    return new ClaimBugs((e, request) -> isDue(e, request) && !e.isReading());
  }

  /** A mail that is being read keeps nothing from leaving. */
  static Planted holdIgnored() {
    return new ClaimBugs((e, request) -> isDue(e, request) && e.claim() == null);
  }

  /** The timer's word is taken for the step that it names, of whichever generation. */
  static Planted generationNotChecked() {
    return new ClaimBugs((e, request) ->
        e.state() instanceof State.Active active
            && active.step() == request.step()
            && e.claim() == null
            && !e.isReading());
  }

  /** Whether it goes on is not looked at: a stop that came before the claim is not seen. */
  static Planted stopNotChecked() {
    return new ClaimBugs((e, _) -> e.state() instanceof State.Stopped && e.claim() == null);
  }

  /** A timer from before the contact said to be away takes the claim. */
  static Planted absenceNotHeeded() {
    return new ClaimBugs((e, request) ->
        e.state() instanceof State.Active active
            && active.step() == request.step()
            && active.due().why() == Wait.HOLD
            && e.claim() == null
            && !e.isReading());
  }

  @Override
  public Enrollments enrollments(Enrollments right) {
    return new Claiming(right, wrong);
  }

  private static boolean isDue(Enrollment e, Enrollments.ClaimRequest request) {
    return e.state() instanceof State.Active active
        && active.step() == request.step()
        && !active.due().at().isAfter(request.latest());
  }

  private static final class Claiming extends ForwardingEnrollments {
    private final BiPredicate<Enrollment, ClaimRequest> wrong;

    private Claiming(Enrollments right, BiPredicate<Enrollment, ClaimRequest> wrong) {
      super(right);
      this.wrong = wrong;
    }

    @Override
    public ClaimResult claim(ClaimRequest request) {
      ClaimResult result = super.claim(request);
      return result instanceof ClaimResult.NotTaken(Enrollment found)
              && found != null
              && wrong.test(found, request)
          ? taken(found, request)
          : result;
    }

    private ClaimResult taken(Enrollment e, ClaimRequest request) {
      int attempt = e.attempt() + 1;
      Enrollment claimed =
          new Enrollment(
              e.facts(),
              e.revision() + 1,
              e.generation(),
              attempt,
              e.state(),
              new Claim(request.claimId(), request.step(), attempt, request.now()),
              e.thread(),
              e.openTasks(),
              e.holds(),
              e.timeline());
      right.save(new Change(e, claimed, List.of(), null, null));
      return new ClaimResult.Taken(claimed);
    }
  }
}
