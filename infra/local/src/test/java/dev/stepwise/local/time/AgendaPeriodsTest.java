package dev.stepwise.local.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AgendaPeriodsTest extends AgendaFixture {
  @Test
  void runs_with_nothing_to_find_are_skipped_inside_a_jump() {
    var asked = new AtomicInteger();
    var runs = new ArrayList<Instant>();
    agenda.every(
        Duration.ofMinutes(5),
        now -> {
          asked.incrementAndGet();
          return false;
        },
        runs::add);

    agenda.advance(Duration.ofDays(30));

    assertThat(runs).isEmpty();
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_run_happens_at_the_first_period_that_would_find_something() {
    var runs = new ArrayList<Instant>();
    agenda.every(
        Duration.ofMinutes(5), now -> runs.isEmpty() && !now.isBefore(minute(601)), runs::add);

    agenda.advance(Duration.ofDays(30));

    assertThat(runs).containsExactly(minute(605));
  }

  @Test
  void what_work_leaves_behind_is_found_by_the_next_run() {
    var left = new ArrayList<Instant>();
    var runs = new ArrayList<Instant>();
    agenda.register(appointments.at(minute(7), () -> left.add(minute(7))));
    agenda.every(
        Duration.ofMinutes(5),
        now -> !left.isEmpty(),
        now -> {
          runs.add(now);
          left.clear();
        });

    agenda.advance(Duration.ofHours(1));

    assertThat(runs).containsExactly(minute(10));
  }

  private static Instant minute(long minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }
}
