package dev.stepwise.usecase;

import static dev.stepwise.cadence.CadenceExamples.noonInRome;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mails of one container that leave one after the other; a wait moves the clock. */
class TurnstileTest {
  private static final Duration PLENTY = Duration.ofMinutes(5);

  private final List<Duration> rests = new ArrayList<>();
  private Instant now = noonInRome();

  @Test
  void ten_containers_are_no_faster_together_than_the_account() {
    assertThat(Turnstile.share(10, 14)).isEqualTo(Duration.ofNanos(714_285_714));
    Turnstile turnstile = turnstile(Turnstile.share(10, 14));
    List<Instant> turns = new ArrayList<>();

    for (int i = 0; i < 100; i++) {
      assertThat(turnstile.pass(PLENTY)).isTrue();
      turns.add(now);
    }

    assertThat(turns.getFirst()).isEqualTo(noonInRome());
    for (int i = 1; i < turns.size(); i++) {
      assertThat(Duration.between(turns.get(i - 1), turns.get(i)))
          .isGreaterThanOrEqualTo(Turnstile.share(10, 14));
    }
  }

  @Test
  void who_comes_after_a_while_does_not_wait() {
    Turnstile turnstile = turnstile(Duration.ofSeconds(1));

    turnstile.pass(PLENTY);
    now = now.plusSeconds(2);
    turnstile.pass(PLENTY);

    assertThat(rests).isEmpty();
  }

  @Test
  void who_has_no_time_for_its_turn_leaves_it_to_the_next() {
    Turnstile turnstile = turnstile(Duration.ofSeconds(10));
    turnstile.pass(PLENTY);

    assertThat(turnstile.pass(Duration.ofSeconds(5))).isFalse();
    assertThat(turnstile.pass(Duration.ofSeconds(10))).isTrue();

    assertThat(rests).containsExactly(Duration.ofSeconds(10));
  }

  private Turnstile turnstile(Duration interval) {
    return new Turnstile(
        interval,
        () -> now,
        wait -> {
          rests.add(wait);
          now = now.plus(wait);
        });
  }
}
