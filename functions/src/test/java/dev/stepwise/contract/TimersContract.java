package dev.stepwise.contract;

import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.SEQUENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Timers: never early, never lost. */
public abstract class TimersContract {
  /** Timers with nothing armed; it is {@link Fixtures#NOON}. */
  protected abstract Timers timers();

  /** Takes every wake that can be taken by then. */
  protected abstract List<StepDue> takenBy(Instant instant);

  @Test
  void a_timer_wakes_at_its_second_and_not_before() {
    StepDue due = due(1, NOON.plus(Duration.ofDays(3)).plusMillis(300));

    timers().arm(due, NOON);

    assertThat(takenBy(due.due())).isEmpty();
    assertThat(takenBy(due.due().plusMillis(700))).containsExactly(due);
  }

  @Test
  void a_timer_that_is_set_twice_wakes_once() {
    StepDue due = due(1, NOON.plus(Duration.ofHours(1)));

    timers().arm(due, NOON);
    timers().arm(due, NOON.plusSeconds(1));

    assertThat(takenBy(due.due())).containsExactly(due);
  }

  @Test
  void what_is_due_is_queued_at_once() {
    StepDue due = due(1, NOON.minusSeconds(5));

    timers().arm(due, NOON);

    assertThat(takenBy(NOON)).containsExactly(due);
  }

  @Test
  void what_is_due_within_a_minute_is_not_taken_early() {
    StepDue due = due(1, NOON.plusMillis(59_001));

    timers().arm(due, NOON);

    assertThat(takenBy(NOON.plusSeconds(59))).isEmpty();
    assertThat(takenBy(NOON.plusSeconds(60))).containsExactly(due);
  }

  @Test
  void many_wakes_are_queued_now() {
    List<StepDue> wakes = IntStream.range(0, 25).mapToObj(i -> due(i, NOON)).toList();

    timers().queue(wakes);

    assertThat(takenBy(NOON)).containsExactlyInAnyOrderElementsOf(wakes);
  }

  @Test
  void many_wakes_are_spread_evenly_over_a_while() {
    List<StepDue> wakes = IntStream.range(0, 60).mapToObj(i -> due(i, NOON)).toList();

    timers().queue(wakes, NOON, Duration.ofMinutes(2));

    assertThat(takenBy(NOON)).containsExactly(wakes.getFirst());
    assertThat(takenBy(NOON.plusSeconds(60))).containsExactlyElementsOf(wakes.subList(1, 31));
    assertThat(takenBy(NOON.plusSeconds(118))).containsExactlyElementsOf(wakes.subList(31, 60));
  }

  @Test
  void wakes_that_are_spread_over_no_time_come_at_once() {
    List<StepDue> wakes = IntStream.range(0, 11).mapToObj(i -> due(i, NOON)).toList();

    timers().queue(wakes, NOON, Duration.ZERO);

    assertThat(takenBy(NOON)).containsExactlyInAnyOrderElementsOf(wakes);
  }

  private static StepDue due(int i, Instant at) {
    return new StepDue(new EnrollmentId("e" + i), SEQUENCE, 1, 2, 3, at);
  }
}
