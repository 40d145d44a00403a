package dev.stepwise.sending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  @ParameterizedTest
  @CsvSource({
    "49, 10, 0, 0, false",
    "50, 3, 0, 0, true",
    "100, 5, 0, 0, false",
    "100, 6, 0, 0, true",
    "1000, 0, 1, 0, false",
    "999, 0, 1, 0, true",
    "100, 0, 0, 10, false",
    "100, 0, 0, 11, true",
    "5000000000, 250000000, 5000000, 500000000, false"
  })
  void what_is_above_a_limit_is_too_much(
      long mails, long bounced, long complained, long failed, boolean tooMuch) {
    Tally tally = new Tally(mails, bounced, complained, failed);

    assertThat(Limits.DEFAULTS.exceeded(tally).isPresent()).isEqualTo(tooMuch);
  }

  @Test
  void what_is_too_much_is_said_with_its_numbers_and_what_to_do() {
    assertThat(Limits.DEFAULTS.exceeded(new Tally(150, 10, 0, 0)))
        .contains(
            "10 of 150 mails bounced in 7 days: 6.7 %, above the limit of 5 %."
                + " Check where the addresses come from, then resume.");
    assertThat(Limits.DEFAULTS.exceeded(new Tally(100, 50, 1, 0)).orElseThrow())
        .startsWith("1 of 100 mails drew a complaint in 7 days: 1.0 %, above the limit of 0.1 %.");
  }
}
