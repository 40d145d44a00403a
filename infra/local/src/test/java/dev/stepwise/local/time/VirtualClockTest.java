package dev.stepwise.local.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class VirtualClockTest {
  private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

  @Test
  void time_flows_at_its_speed() {
    var clock = new VirtualClock(START, 1_000_000);

    while (!clock.now().isAfter(START.plusSeconds(60))) {
      Thread.onSpinWait();
    }

    assertThat(clock.now()).isAfter(START.plusSeconds(60));
  }

  @Test
  void time_stands_still_until_the_last_hold_is_closed() {
    var clock = new VirtualClock(START, 1_000_000);
    var first = clock.freeze();
    var second = clock.freeze();
    var stood = clock.now();

    first.close();
    first.close();
    assertThat(clock.now()).isEqualTo(stood);

    second.close();
    while (clock.now().equals(stood)) {
      Thread.onSpinWait();
    }
  }

  @Test
  void a_jump_never_goes_back() {
    var clock = new VirtualClock(START, 1e-9);

    clock.jump(START.plusSeconds(5));
    clock.jump(START);

    assertThat(clock.now()).isEqualTo(START.plusSeconds(5));
  }

  @Test
  void instants_have_milliseconds() {
    var clock = new VirtualClock(Instant.parse("2026-11-02T09:00:00.123456Z"), 1e-9);

    assertThat(clock.now()).isEqualTo(Instant.parse("2026-11-02T09:00:00.123Z"));
  }

  @Test
  void a_speed_of_zero_is_refused() {
    assertThatThrownBy(() -> new VirtualClock(START, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.0");
  }
}
