package dev.stepwise.contract;

import static dev.stepwise.contract.Fixtures.BY_REP;
import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.REP;
import static dev.stepwise.contract.Fixtures.call;
import static dev.stepwise.contract.Fixtures.change;
import static dev.stepwise.contract.Fixtures.enrolled;
import static dev.stepwise.contract.Fixtures.entrance;
import static dev.stepwise.contract.Fixtures.facts;
import static dev.stepwise.contract.Fixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.InvalidValueException;
import dev.stepwise.Page;
import dev.stepwise.StaleVersionException;
import dev.stepwise.cadence.Due;
import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Moves;
import dev.stepwise.enrollment.State;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.enrollment.TaskSteps;
import dev.stepwise.task.Task;
import dev.stepwise.task.Tasks.Query;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks: written with their enrollment, listed by due time. */
public abstract class TasksContract {
  private static final Query OPEN = new Query(REP, Task.State.OPEN, Instant.MAX);
  private static final Query CANCELLED = new Query(REP, Task.State.CANCELLED, Instant.MAX);
  private Ports ports;

  /** The ports over an empty store. */
  protected abstract Ports ports();

  @BeforeEach
  void open() {
    ports = ports();
  }

  @Test
  void a_task_is_read_as_it_was_written_and_listed_by_due_time() {
    Task later = opened(1, NOON.plusSeconds(60)).task();
    Task sooner = opened(2, NOON.plusMillis(500)).task();

    Page<Task> all = ports.tasks().list(OPEN, null);
    Page<Task> due =
        ports.tasks().list(new Query(REP, Task.State.OPEN, NOON.plusSeconds(60)), null);

    assertThat(ports.tasks().find(later.id())).contains(later);
    assertThat(all.items()).containsExactly(sooner, later);
    assertThat(all.cursor()).isNull();
    assertThat(due.items()).containsExactly(sooner);
  }

  @Test
  void a_stop_cancels_the_open_task_in_the_same_write() {
    Opened opened = opened(1, NOON);

    ports.enrollments().save(change(Moves.stop(opened.by(), StopReason.REPLIED, BY_REP)));

    assertThat(ports.tasks().list(OPEN, null).items()).isEmpty();
    assertThat(ports.tasks().list(CANCELLED, null).items())
        .containsExactly(opened.task().in(Task.State.CANCELLED));
  }

  @Test
  void a_stale_completion_leaves_the_task_open() {
    Opened opened = opened(1, NOON);
    Task done = opened.task().in(Task.State.COMPLETED);
    Change late = TaskSteps.close(opened.by(), plan(), done, BY_REP);
    ports.enrollments().save(change(Moves.pause(opened.by(), BY_REP)));

    assertThatThrownBy(() -> ports.enrollments().save(late))
        .isInstanceOf(StaleVersionException.class);

    assertThat(ports.tasks().find(done.id())).contains(opened.task());
  }

  @Test
  void a_rescheduled_task_is_due_later() {
    Opened opened = opened(1, NOON);
    Task moved = opened.task().due(NOON.plus(Duration.ofDays(2)));

    ports.enrollments().save(TaskSteps.reschedule(opened.by(), moved, BY_REP));

    assertThat(ports.tasks().find(moved.id())).contains(moved);
    assertThat(ports.tasks().list(OPEN, null).items()).containsExactly(moved);
  }

  @Test
  void pages_go_on_where_they_ended_and_only_for_their_query() {
    for (int i = 0; i < 52; i++) {
      opened(i, NOON.plusSeconds(i));
    }

    Page<Task> first = ports.tasks().list(OPEN, null);
    Page<Task> second = ports.tasks().list(OPEN, first.cursor());

    assertThat(first.items()).hasSize(50);
    assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
    assertThat(second.cursor()).isNull();
    assertThatThrownBy(() -> ports.tasks().list(CANCELLED, first.cursor()))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("must be a cursor as an earlier page gave it");
  }

  private record Opened(Enrollment by, Task task) {}

  private Opened opened(int i, Instant dueAt) {
    EmailAddress contact = new EmailAddress("c" + i + "@prospect.example");
    State due = new State.Active(2, new Due(NOON, Wait.DELAY));
    Enrollment e = enrolled(facts("e" + i, contact), due);
    ports.enrollments().create(entrance(e));
    Task task = call(e, dueAt);
    Change open = TaskSteps.open(e, plan(), task, true);
    ports.enrollments().save(open);
    return new Opened(open.after(), task);
  }
}
