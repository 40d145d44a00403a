package dev.stepwise.usecase;

import static dev.stepwise.cadence.CadenceExamples.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.sequence.Settings;
import dev.stepwise.task.Task;
import dev.stepwise.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The call is step 3; enrolled there, it is due at once: on Wednesday at noon in Rome (+01:00). */
class CloseTaskTest extends UseCaseTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_next_delay_begins_when_the_task_is_closed(boolean completed) {
    EnrollmentId id = waiting();
    world.now = at("2026-11-05T15:00:00+01:00");

    Task closed =
        done(
            completed
                ? world.tasks.complete(call(id), world.admin())
                : world.tasks.skip(call(id), world.admin()));
    world.next();

    assertThat(closed.state()).isEqualTo(completed ? Task.State.COMPLETED : Task.State.SKIPPED);
    assertThat(world.now).isEqualTo(at("2026-11-09T09:00:00+01:00")); // Saturday waits for Monday
    assertThat(state(id)).isEqualTo("finished");
  }

  @Test
  void closing_twice_changes_nothing() {
    EnrollmentId id = waiting();
    Task first = done(world.tasks.complete(call(id), world.admin()));
    var after = world.enrollment(id);

    Task second = done(world.tasks.complete(call(id), world.admin()));

    assertThat(second).isEqualTo(first);
    assertThat(world.enrollment(id)).isEqualTo(after);
    assertThat(conflict(world.tasks.skip(call(id), world.admin()))).contains("completed");
  }

  @Test
  void a_task_that_nobody_waits_for_lets_the_next_step_come() {
    publish(
        1,
        Settings.DEFAULTS,
        List.of(
            EnrollmentExamples.opening("a", "Hi", "Hello"),
            EnrollmentExamples.call(false),
            EnrollmentExamples.reply("b", "Again")));
    EnrollmentId id = enrolledAtStep(2);

    world.toTheEnd();

    assertThat(world.fired).containsExactly(Fired.TASK_CREATED, Fired.SENT);
    assertThat(state(id)).isEqualTo("finished");
    done(world.tasks.complete(TaskId.of(id.value(), 2), world.admin()));
    assertThat(world.enrollment(id).openTasks()).isEmpty();
    assertThat(state(id)).isEqualTo("finished");
  }

  @Test
  void a_task_closed_while_paused_keeps_the_pause_and_moves_on() {
    EnrollmentId id = waiting();
    done(world.move.pause(id, world.admin()));

    done(world.tasks.complete(call(id), world.admin()));
    assertThat(state(id)).isEqualTo("paused");
    assertThat(step(world.enrollment(id))).isEqualTo(4);
    done(world.move.resume(id, world.memory.tasks(), world.admin()));
    world.next();

    assertThat(state(id)).isEqualTo("finished");
  }

  @Test
  void a_pause_over_a_task_goes_on_waiting_for_it() {
    EnrollmentId id = waiting();

    done(world.move.pause(id, world.admin()));
    done(world.move.resume(id, world.memory.tasks(), world.admin()));

    assertThat(state(id)).isEqualTo("awaiting_task");
  }

  @Test
  void a_stop_cancels_the_open_task() {
    EnrollmentId id = waiting();

    done(world.move.stop(id, StopReason.REPLIED, world.admin()));

    assertThat(world.memory.tasks().find(call(id)).orElseThrow().state())
        .isEqualTo(Task.State.CANCELLED);
    assertThat(conflict(world.tasks.complete(call(id), world.admin()))).contains("cancelled");
  }

  @Test
  void a_task_can_be_put_off() {
    EnrollmentId id = waiting();
    var later = at("2026-11-06T10:00:00+01:00");

    done(world.tasks.reschedule(call(id), later, world.admin()));

    assertThat(world.memory.tasks().find(call(id)).orElseThrow().dueAt()).isEqualTo(later);
    assertThat(state(id)).isEqualTo("awaiting_task");
  }

  @Test
  void another_reps_task_is_not_ones_own() {
    EnrollmentId id = waiting();

    assertThat(refused(world.tasks.complete(call(id), world.rep("mallory"))))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThat(refused(world.tasks.complete(TaskId.of("nobody", 1), world.admin())))
        .isInstanceOf(Refusal.NotFound.class);
  }

  private EnrollmentId waiting() {
    EnrollmentId id = enrolledAtStep(3);
    world.next();
    assertThat(state(id)).isEqualTo("awaiting_task");
    return id;
  }

  private static TaskId call(EnrollmentId id) {
    return TaskId.of(id.value(), 3);
  }

  @Test
  void a_tasks_due_date_moves_by_as_long_as_its_enrollment_was_paused() {
    EnrollmentId id = enrolledAtStep(3);
    world.next();
    TaskId call = TaskId.of(id.value(), 3);
    Instant due = world.memory.tasks().find(call).orElseThrow().dueAt();

    done(world.move.pause(id, world.admin()));
    world.later(Duration.ofDays(10));
    done(world.move.resume(id, world.memory.tasks(), world.admin()));

    assertThat(world.memory.tasks().find(call).orElseThrow().dueAt())
        .isEqualTo(due.plus(Duration.ofDays(10)));
  }
}
