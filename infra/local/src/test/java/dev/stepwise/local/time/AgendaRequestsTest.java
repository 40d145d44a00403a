package dev.stepwise.local.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AgendaRequestsTest extends AgendaFixture {
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
    var served = new CountDownLatch(4);
    var callers = new ArrayList<Thread>();
    for (var i = 0; i < 4; i++) {
      callers.add(
          Thread.ofVirtual()
              .start(() -> {
                while (over.getCount() > 0) {
                  try (var request = agenda.request()) {
                    served.countDown();
                    Thread.onSpinWait();
                  }
                }
              }));
    }
    for (var i = 1; i <= 100; i++) {
      appointments.at(minute(i));
    }
    agenda.register(appointments);
    // An advance may be over before a new thread runs at all.
    await(served);

    var now = agenda.advance(Duration.ofHours(2));
    over.countDown();

    assertThat(now).isEqualTo(minute(120));
    assertThat(appointments.worked()).hasSize(100);
    callers.forEach(AgendaRequestsTest::join);
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

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
