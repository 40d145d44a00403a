package dev.stepwise.local.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AgendaTest {
  private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

  private final VirtualClock clock = new VirtualClock(START, 1e-9);
  private final Agenda agenda = new Agenda(clock);
  private final Appointments appointments = new Appointments();

  @AfterEach
  void close() {
    agenda.close();
  }

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

  @Test
  void thirty_days_over_four_thousand_instants_cost_little() {
    for (var i = 1; i <= 4_000; i++) {
      appointments.at(minute(10L * i));
    }
    agenda.register(appointments);
    agenda.every(Duration.ofMinutes(5), now -> false, now -> {});
    var began = System.nanoTime();

    agenda.advance(Duration.ofDays(30));

    assertThat(appointments.worked()).hasSize(4_000);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void an_advance_waits_for_requests_that_run() {
    var request = agenda.request();
    var advance = CompletableFuture.supplyAsync(() -> agenda.advance(Duration.ofMinutes(1)));

    assertThat(advance).isNotDone();
    assertThat(clock.now()).isEqualTo(START);
    request.close();

    assertThat(advance.join()).isEqualTo(minute(1));
  }

  @Test
  void overlapping_requests_without_end_starve_no_advance() {
    var over = new CountDownLatch(1);
    var served = new AtomicInteger();
    var callers = new ArrayList<Thread>();
    for (var i = 0; i < 4; i++) {
      callers.add(
          Thread.ofVirtual()
              .start(() -> {
                while (over.getCount() > 0) {
                  try (var request = agenda.request()) {
                    served.incrementAndGet();
                    Thread.yield();
                  }
                }
              }));
    }
    for (var i = 1; i <= 100; i++) {
      appointments.at(minute(i));
    }
    agenda.register(appointments);

    var now = agenda.advance(Duration.ofHours(2));
    over.countDown();

    assertThat(now).isEqualTo(minute(120));
    assertThat(appointments.worked()).hasSize(100);
    callers.forEach(AgendaTest::join);
    assertThat(served).hasPositiveValue();
  }

  @Test
  void a_ticket_is_ready_when_the_requests_of_its_moment_have_finished() {
    var first = agenda.request();
    var ticket = agenda.ticket();
    var later = agenda.request();

    assertThat(ticket.ready()).isFalse();
    first.close();

    assertThat(ticket.ready()).isTrue();
    later.close();
  }

  @Test
  void what_becomes_due_while_time_flows_is_worked() {
    var flowing = new VirtualClock(START, 100_000);
    var done = new CountDownLatch(2);
    try (var live = new Agenda(flowing)) {
      live.start();
      live.register(appointments.at(minute(1), done::countDown));
      live.every(Duration.ofMinutes(5), now -> false, now -> done.countDown());

      await(done);
    }

    assertThat(appointments.worked().getFirst()).isAfterOrEqualTo(minute(1));
  }

  @Test
  void a_source_that_fails_does_not_end_the_thread() {
    var done = new CountDownLatch(1);
    agenda.register(
        appointments
            .at(
                START,
                () -> {
                  throw new IllegalStateException("a failure the test wants");
                })
            .at(START.plusMillis(0), done::countDown));
    agenda.start();

    appointments.at(START.minusMillis(1), done::countDown);
    agenda.changed();

    await(done);
  }

  @Test
  void every_instant_is_kept_before_it_is_told() {
    var kept = new ArrayList<Instant>();
    agenda.remember(kept::add);

    agenda.advance(Duration.ofMinutes(1));
    agenda.now();

    assertThat(kept).isEqualTo(List.of(minute(1)));
  }

  private static Instant minute(long minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
