package dev.stepwise.contract;

import static dev.stepwise.contract.Fixtures.ADA;
import static dev.stepwise.contract.Fixtures.BY_REP;
import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.change;
import static dev.stepwise.contract.Fixtures.claimOf;
import static dev.stepwise.contract.Fixtures.enrolled;
import static dev.stepwise.contract.Fixtures.entrance;
import static dev.stepwise.contract.Fixtures.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.StaleVersionException;
import dev.stepwise.cadence.Due;
import dev.stepwise.cadence.Wait;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Enrollments.ClaimResult;
import dev.stepwise.enrollment.MailThread;
import dev.stepwise.enrollment.Moves;
import dev.stepwise.enrollment.Settlement;
import dev.stepwise.enrollment.State;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.sequence.UnknownOutcome;
import dev.stepwise.task.TaskId;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Saves: who may write an enrollment, and when. */
public abstract class EnrollmentsContract {
  private Enrollments enrollments;

  /** The ports over an empty store. */
  protected abstract Ports ports();

  @BeforeEach
  void open() {
    enrollments = ports().enrollments();
  }

  static Stream<State> states() {
    TaskId task = TaskId.of("e1", 2);
    return Stream.of(
        new State.Active(3, new Due(NOON.plusMillis(1), Wait.HOLIDAY)),
        new State.Active(3, new Due(NOON.plusMillis(1), Wait.ACCOUNT), NOON),
        new State.AwaitingTask(2, task),
        new State.Paused(2, Duration.parse("PT1H0.5S"), task, State.Paused.Reason.BY_USER),
        new State.Paused(2, Duration.ZERO, null, State.Paused.Reason.UNKNOWN_SEND),
        new State.Paused(2, Duration.ZERO, null, State.Paused.Reason.EXPIRED),
        new State.Finished(),
        new State.Stopped(StopReason.MEETING_BOOKED),
        new State.Failed(1, Wait.MISSING_TOKEN, "step 1 needs | {{company}}"));
  }

  @ParameterizedTest
  @MethodSource("states")
  void every_state_is_read_as_it_was_written(State state) {
    Enrollment written = enrolled(facts("e1", ADA), state);

    var entered = enrollments.create(entrance(written));

    assertThat(entered).isEqualTo(Enrollments.Entered.CREATED);
    assertThat(enrollments.find(written.id())).contains(written);
  }

  @Test
  void an_enrollment_that_nobody_created_is_not_found() {
    var found = enrollments.find(enrolled("nobody", ADA).id());

    assertThat(found).isEmpty();
  }

  @Test
  void a_settled_step_is_read_as_it_was_written_and_written_once() {
    Enrollment claimed = claimed(stored("e1"), "c1");
    Change settled = sent(claimed, "0100018c2f3a4b5c-1a2b3c4d");

    enrollments.save(settled);

    assertThat(enrollments.find(claimed.id())).contains(settled.after());
    assertThatThrownBy(() -> enrollments.save(settled)).isInstanceOf(StaleVersionException.class);
  }

  @Test
  void a_stop_over_an_open_claim_keeps_the_claim_until_it_is_settled() {
    Enrollment claimed = claimed(stored("e1"), "c1");
    Change stop = change(Moves.stop(claimed, StopReason.REPLIED, BY_REP));

    enrollments.save(stop);
    Change settled = sent(stop.after(), "m1");
    enrollments.save(settled);

    assertThat(stop.after().claim()).isNotNull();
    assertThat(enrollments.find(claimed.id())).contains(settled.after());
    assertThat(settled.after().isOver()).isTrue();
  }

  @Test
  void a_change_of_what_has_been_changed_since_is_stale() {
    Enrollment e = stored("e1");
    enrollments.save(change(Moves.pause(e, BY_REP)));

    Change late = change(Moves.stop(e, StopReason.REPLIED, BY_REP));

    assertThatThrownBy(() -> enrollments.save(late)).isInstanceOf(StaleVersionException.class);
  }

  @Test
  void a_change_of_what_has_been_claimed_since_is_stale() {
    Enrollment e = stored("e1");
    Enrollment claimed = claimed(e, "c1");

    Change late = change(Moves.pause(e, BY_REP));

    assertThatThrownBy(() -> enrollments.save(late)).isInstanceOf(StaleVersionException.class);
    assertThat(enrollments.find(e.id())).contains(claimed);
  }

  @Test
  void a_change_under_another_claim_is_stale() {
    Enrollment claimed = claimed(stored("e1"), "c1");
    Enrollment released = saved(Settlement.released(claimed));
    Enrollment other = claimed(released, "c2");

    Change late = sent(claimed, "m1");

    assertThatThrownBy(() -> enrollments.save(late)).isInstanceOf(StaleVersionException.class);
    assertThat(enrollments.find(claimed.id())).contains(other);
    assertThat(other.attempt()).isEqualTo(2);
  }

  @Test
  void an_unknown_outcome_keeps_its_claim_for_a_late_event() {
    Enrollment claimed = claimed(stored("e1"), "c1");

    Enrollment asking = saved(Settlement.unknown(claimed, UnknownOutcome.ASK, NOON));
    Enrollment settled = saved(sent(asking, "m1"));

    assertThat(asking.claim()).isEqualTo(claimed.claim());
    assertThat(settled.claim()).isNull();
    assertThat(settled.step()).contains(2);
  }

  private Enrollment stored(String id) {
    Enrollment e = enrolled(id, ADA);
    enrollments.create(entrance(e));
    return e;
  }

  private Enrollment claimed(Enrollment e, String claimId) {
    return ((ClaimResult.Taken) enrollments.claim(claimOf(e, claimId))).enrollment();
  }

  private Enrollment saved(Change change) {
    enrollments.save(change);
    return enrollments.find(change.after().id()).orElseThrow();
  }

  private static Change sent(Enrollment e, String messageId) {
    MailThread thread = new MailThread(1, "Hello | Ada");
    return Settlement.sent(e, Fixtures.plan(), new Settlement.Sent(messageId, thread, NOON));
  }
}
