package dev.stepwise.local.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AgendaLiveTest extends AgendaFixture {
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
    var failed = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    agenda.register(
        appointments.at(
            START,
            () -> {
              failed.countDown();
              throw new IllegalStateException("a failure the test wants");
            }));
    agenda.start();
    await(failed);

    appointments.at(START, done::countDown);
    agenda.changed();

    await(done);
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
