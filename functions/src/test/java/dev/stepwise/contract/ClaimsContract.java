package dev.stepwise.contract;

import static dev.stepwise.contract.Fixtures.ADA;
import static dev.stepwise.contract.Fixtures.BY_REP;
import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.change;
import static dev.stepwise.contract.Fixtures.claimOf;
import static dev.stepwise.contract.Fixtures.enrolled;
import static dev.stepwise.contract.Fixtures.entrance;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Enrollments.ClaimRequest;
import dev.stepwise.enrollment.Enrollments.ClaimResult;
import dev.stepwise.enrollment.Moves;
import dev.stepwise.enrollment.StopReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may claim an enrollment's step, and when. */
public abstract class ClaimsContract {
  private Enrollments enrollments;

  /** The ports over an empty store. */
  protected abstract Ports ports();

  @BeforeEach
  void open() {
    enrollments = ports().enrollments();
  }

  @Test
  void a_claim_is_taken_once_and_counts_the_attempt() {
    Enrollment e = stored("e1");

    ClaimResult first = enrollments.claim(claimOf(e, "c1"));
    ClaimResult second = enrollments.claim(claimOf(e, "c2"));

    Enrollment taken = ((ClaimResult.Taken) first).enrollment();
    assertThat(taken.claim())
        .isNotNull()
        .extracting("id", "step", "attempt", "since")
        .containsExactly("c1", 1, 1, NOON);
    assertThat(taken.attempt()).isEqualTo(1);
    assertThat(taken.revision()).isEqualTo(e.revision() + 1);
    assertThat(taken.generation()).isEqualTo(e.generation());
    assertThat(second).isEqualTo(new ClaimResult.NotTaken(taken));
    assertThat(enrollments.find(e.id())).contains(taken);
  }

  @Test
  void the_same_claim_asked_for_twice_is_taken_once() {
    Enrollment e = stored("e1");

    ClaimResult first = enrollments.claim(claimOf(e, "c1"));
    ClaimResult again = enrollments.claim(claimOf(e, "c1"));

    assertThat(again).isEqualTo(first).isInstanceOf(ClaimResult.Taken.class);
  }

  @Test
  void a_claim_of_another_generation_or_step_is_not_taken() {
    Enrollment e = stored("e1");

    var later = enrollments.claim(new ClaimRequest(e.id(), 2, 1, "c1", NOON));
    var other = enrollments.claim(new ClaimRequest(e.id(), 1, 2, "c1", NOON));

    assertThat(later).isEqualTo(new ClaimResult.NotTaken(e));
    assertThat(other).isEqualTo(new ClaimResult.NotTaken(e));
  }

  @Test
  void a_claim_is_taken_five_seconds_early_and_no_earlier() {
    Enrollment e = stored("e1");

    var early = enrollments.claim(new ClaimRequest(e.id(), 1, 1, "c1", NOON.minusMillis(5001)));
    var almost = enrollments.claim(new ClaimRequest(e.id(), 1, 1, "c1", NOON.minusSeconds(5)));

    assertThat(early).isEqualTo(new ClaimResult.NotTaken(e));
    assertThat(almost).isInstanceOf(ClaimResult.Taken.class);
  }

  @Test
  void once_stopped_no_claim_is_taken() {
    Enrollment e = stored("e1");
    Change stop = change(Moves.stop(e, StopReason.REPLIED, BY_REP));
    enrollments.save(stop);

    var result = enrollments.claim(claimOf(stop.after(), "c1"));

    assertThat(result).isEqualTo(new ClaimResult.NotTaken(stop.after()));
  }

  @Test
  void a_claim_of_no_enrollment_is_not_taken() {
    var result = enrollments.claim(claimOf(enrolled("nobody", ADA), "c1"));

    assertThat(result).isEqualTo(new ClaimResult.NotTaken(null));
  }

  private Enrollment stored(String id) {
    Enrollment e = enrolled(id, ADA);
    enrollments.create(entrance(e));
    return e;
  }
}
