package dev.stepwise.usecase;

import static dev.stepwise.cadence.CadenceExamples.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.mail.SendResult;
import dev.stepwise.timer.StepDue;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time begins on Wednesday, 4 November 2026, at noon in Rome (+01:00). */
class StepFireTest extends UseCaseTest {
  @Test
  void a_journey_goes_through_all_its_steps() {
    EnrollmentId id = enrolled();

    world.toTheEnd(); // step 2 is due on Friday, the call two days later: on Monday at 9
    assertThat(state(id)).isEqualTo("awaiting_task");
    assertThat(world.now).isEqualTo(at("2026-11-09T09:00:00+01:00"));
    done(world.tasks.complete(task(id), world.admin()));
    world.toTheEnd();

    assertThat(state(id)).isEqualTo("finished");
    assertThat(world.now).isEqualTo(at("2026-11-11T09:00:00+01:00"));
    assertThat(world.letters())
        .extracting(letter -> letter.subject())
        .containsExactly("Hello Ada", "Re: Hello Ada", "Re: Hello Ada");
    assertThat(world.timeline(id))
        .containsExactly(
            Entry.Type.ENROLLED,
            Entry.Type.SENT,
            Entry.Type.SENT,
            Entry.Type.TASK_CREATED,
            Entry.Type.TASK_COMPLETED,
            Entry.Type.SENT,
            Entry.Type.FINISHED);
  }

  @Test
  void the_same_wake_sends_once() {
    enrolled();
    StepDue due = wake();

    assertThat(world.fire(due)).isEqualTo(Fired.SENT);
    assertThat(world.fire(due)).isEqualTo(Fired.STALE);
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void a_wake_of_a_generation_to_come_is_early() {
    EnrollmentId id = enrolled();
    StepDue due = wake();
    StepDue ahead = new StepDue(id, due.sequence(), 1, 1, due.generation() + 1, due.due());

    assertThat(world.fire(ahead)).isEqualTo(Fired.EARLY);
    assertThat(world.letters()).isEmpty();
  }

  @Test
  void a_wake_of_nothing_is_early() {
    enrolled();
    StepDue due = wake();
    EnrollmentId nobody = new EnrollmentId("nobody");

    Fired fired = world.fire(new StepDue(nobody, due.sequence(), 1, 1, 1, due.due()));

    assertThat(fired).isEqualTo(Fired.EARLY);
  }

  @Test
  void a_wake_that_comes_too_soon_is_armed_again() {
    EnrollmentId id = enrolled();
    world.next();
    StepDue second = world.memory.timers().armed().getFirst();
    world.now = second.due().minusSeconds(6);

    assertThat(world.fire(second)).isEqualTo(Fired.REARMED);
    world.now = second.due().minusSeconds(5);
    assertThat(world.fire(second)).isEqualTo(Fired.SENT);
    assertThat(step(world.enrollment(id))).isEqualTo(3);
  }

  @Test
  void without_time_to_send_and_settle_nothing_is_claimed() {
    EnrollmentId id = enrolled();
    StepDue due = wake();
    Duration needed = world.memory.mailer().timeOut().plusSeconds(15);

    assertThat(world.fire(due, () -> needed)).isEqualTo(Fired.NO_TIME);
    assertThat(world.enrollment(id).attempt()).isZero();
    assertThat(world.fire(due, () -> needed.plusMillis(1))).isEqualTo(Fired.SENT);
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void time_that_runs_out_before_the_send_lets_go_of_the_claim() {
    EnrollmentId id = enrolled();
    StepDue due = wake();
    Iterator<Duration> left =
        List.of(Duration.ofMinutes(1), world.memory.mailer().timeOut()).iterator();

    assertThat(world.fire(due, left::next)).isEqualTo(Fired.NO_TIME);
    assertThat(world.enrollment(id).attempt()).isEqualTo(1);
    assertThat(world.enrollment(id).claim()).isNull();
    assertThat(world.letters()).isEmpty();
  }

  @Test
  void a_timer_of_a_write_that_lost_a_race_does_no_other_step() {
    EnrollmentId id = enrolled();
    world.next();
    StepDue second = wake();
    StepDue phantom =
        new StepDue(id, second.sequence(), second.version(), 3, second.generation(), second.due());
    world.now = second.due();

    assertThat(world.fire(phantom)).isEqualTo(Fired.STALE);
    assertThat(step(world.enrollment(id))).isEqualTo(2);
  }

  @Test
  void a_late_wake_waits_for_the_next_window() {
    EnrollmentId id = enrolled();
    StepDue due = wake();
    world.now = at("2026-11-04T20:00:00+01:00");

    assertThat(world.fire(due)).isEqualTo(Fired.POSTPONED);
    assertThat(world.letters()).isEmpty();
    world.next();
    assertThat(world.now).isEqualTo(at("2026-11-05T09:00:00+01:00"));
    assertThat(world.letters()).hasSize(1);
    assertThat(step(world.enrollment(id))).isEqualTo(2);
  }

  @Test
  void try_later_comes_again_within_the_backoff() {
    EnrollmentId id = enrolled();
    world.memory.mailer().refuseNext(new SendResult.TryLater("429"));
    Instant first = world.now;

    world.next();
    assertThat(world.fired).containsExactly(Fired.POSTPONED);
    world.next();

    assertThat(world.fired).endsWith(Fired.SENT);
    assertThat(world.now).isBetween(first.plusSeconds(1), first.plusSeconds(6));
    assertThat(world.enrollment(id).timeline().get(1).at()).isEqualTo(first);
    assertThat(world.timeline(id))
        .containsExactly(Entry.Type.ENROLLED, Entry.Type.DELAYED, Entry.Type.SENT);
  }

  @Test
  void a_mail_that_ses_does_not_take_fails_with_its_reason() {
    EnrollmentId id = enrolled();
    world.memory.mailer().refuseNext(new SendResult.Rejected("MessageRejected"));

    world.toTheEnd();

    assertThat(world.fired).containsExactly(Fired.FAILED);
    assertThat(world.enrollment(id).timeline().getLast().detail())
        .isEqualTo("rejected: MessageRejected");
    assertThat(state(id)).isEqualTo("failed");
  }

  @Test
  void five_failures_are_put_before_a_person() {
    EnrollmentId id = enrolled();
    StepDue due = wake();

    world.fire.giveUp(due, "failed 5 times: IllegalStateException");
    assertThat(state(id)).isEqualTo("failed");
    Enrollment failed = world.enrollment(id);
    world.fire.giveUp(due, "again");
    assertThat(world.enrollment(id)).isEqualTo(failed);

    done(world.move.retry(id, world.admin()));
    world.next();
    assertThat(world.fired).containsExactly(Fired.SENT);
  }

  @Test
  void a_wake_that_is_out_of_date_gives_nothing_up() {
    EnrollmentId id = enrolled();
    StepDue due = wake();
    world.fire(due);

    world.fire.giveUp(due, "failed 5 times");

    assertThat(state(id)).isEqualTo("active");
  }

  private dev.stepwise.task.TaskId task(EnrollmentId id) {
    return world.enrollment(id).openTasks().getFirst();
  }
}
