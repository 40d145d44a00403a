package dev.stepwise.local.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AgendaTest extends AgendaFixture {
  @Test
  void an_advance_works_due_instants_in_order_and_stops_at_its_end() {
    agenda.register(appointments.at(minute(3)).at(minute(1)).at(minute(9)));

    var now = agenda.advance(Duration.ofMinutes(5));

    assertThat(now).isEqualTo(minute(5)).isEqualTo(clock.now());
    assertThat(appointments.worked()).containsExactly(minute(1), minute(3));
  }

  @Test
  void two_sources_take_turns_by_time() {
    var seen = new ArrayList<String>();
    agenda.register(new Appointments().at(minute(2), () -> seen.add("b")));
    agenda.register(
        appointments.at(minute(1), () -> seen.add("a")).at(minute(3), () -> seen.add("c")));

    agenda.advanceTo(minute(4));

    assertThat(seen).containsExactly("a", "b", "c");
  }

  @Test
  void work_that_makes_work_is_worked_before_time_goes_on() {
    appointments.at(
        minute(1), () -> appointments.at(clock.now()).at(minute(1).plusSeconds(1)).at(minute(7)));
    agenda.register(appointments);

    agenda.advanceTo(minute(2));

    assertThat(appointments.worked())
        .containsExactly(minute(1), minute(1), minute(1).plusSeconds(1));
  }

  @Test
  void zero_works_what_is_due_now() {
    agenda.register(appointments.at(START));

    var now = agenda.advance(Duration.ZERO);

    assertThat(now).isEqualTo(START);
    assertThat(appointments.worked()).containsExactly(START);
  }

  @Test
  void time_never_goes_back() {
    assertThatThrownBy(() -> agenda.advanceTo(START.minusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("never goes back");
    assertThatThrownBy(() -> agenda.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void concurrent_advances_queue() {
    var working = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    agenda.register(
        appointments.at(
            minute(1),
            () -> {
              working.countDown();
              await(goOn);
            }));
    var first = CompletableFuture.supplyAsync(() -> agenda.advance(Duration.ofMinutes(2)));
    await(working);
    var second = CompletableFuture.supplyAsync(() -> agenda.advance(Duration.ofMinutes(2)));

    goOn.countDown();

    assertThat(first.join()).isEqualTo(minute(2));
    assertThat(second.join()).isEqualTo(minute(4));
  }

  @Test
  void thirty_days_over_four_thousand_instants_ask_a_period_three_times_each_at_most() {
    for (var i = 1; i <= 4_000; i++) {
      appointments.at(minute(10L * i));
    }
    agenda.register(appointments);
    var asked = new AtomicInteger();
    agenda.every(Duration.ofMinutes(5), now -> asked.incrementAndGet() < 0, now -> {});

    agenda.advance(Duration.ofDays(30));

    assertThat(appointments.worked()).hasSize(4_000);
    assertThat(asked).hasValueLessThanOrEqualTo(3 * 4_000 + 1);
  }

  @Test
  void every_instant_is_kept_before_it_is_told() {
    var kept = new ArrayList<Instant>();
    agenda.remember(kept::add);

    agenda.advance(Duration.ofMinutes(1));
    agenda.now();

    assertThat(kept).isEqualTo(List.of(minute(1)));
  }

  @Test
  void what_is_due_within_a_millisecond_is_worked_after_it() {
    agenda.register(appointments.at(START.plusNanos(1_500_000)));

    agenda.advance(Duration.ofSeconds(1));

    assertThat(appointments.worked()).containsExactly(START.plusMillis(2));
  }

  private static Instant minute(long minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
