package dev.stepwise.usecase;

import static dev.stepwise.cadence.CadenceExamples.noonInRome;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails of one container that leave one after the other; a wait moves the clock. */
class TurnstileTest {
  private static final Duration PLENTY = Duration.ofMinutes(5);

  private final List<Duration> rests = new ArrayList<>();
  private Instant now = noonInRome();

  @Test
  void a_container_has_whole_mails_of_a_second() {
    assertThat(Turnstile.share(10, 14)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Turnstile.share(10, 50)).isEqualTo(Duration.ofMillis(200));
    assertThat(Turnstile.share(10, 1)).isEqualTo(Duration.ofSeconds(10));
  }

  /** Ten thousand that are due at nine, worked by containers that begin a little after another. */
  @ParameterizedTest
  @CsvSource({"10, 14", "7, 14", "10, 50", "2, 200"})
  void no_second_has_more_mails_than_the_account_may_send(int containers, int rate) {
    List<Instant> left = new ArrayList<>();
    for (int container = 0; container < containers; container++) {
      now = noonInRome().plusMillis(container * 137L);
      Turnstile turnstile = turnstile(Turnstile.share(containers, rate));
      for (int mail = 0; mail < 10_000 / containers; mail++) {
        assertThat(turnstile.pass(PLENTY)).isTrue();
        left.add(now);
        now = now.plusMillis(mail % 60);
      }
    }

    left.sort(null);
    for (int i = 0; i + rate < left.size(); i++) {
      assertThat(Duration.between(left.get(i), left.get(i + rate)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
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
