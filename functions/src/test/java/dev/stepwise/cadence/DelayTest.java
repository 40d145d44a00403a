package dev.stepwise.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.InvalidValueException;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelayTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S,        0, PT0S",
    "P0D,         0, PT0S",
    "P2D,         2, PT0S",
    "P1W,         7, PT0S",
    "P1W2D,       9, PT0S",
    "PT4H30M,     0, PT4H30M",
    "P1DT2H,      1, PT2H",
    "P1DT26H5S,   1, PT26H5S",
    "P365D,     365, PT0S",
    "PT8760H,     0, PT8760H",
    "P364DT24H, 364, PT24H"
  })
  void days_and_time_are_kept_apart(String text, int days, Duration time) {
    Delay delay = Delay.parse(text);

    assertThat(delay).isEqualTo(new Delay.Elapsed(days, time));
  }

  @ParameterizedTest
  @CsvSource({"0BD, 0", "3BD, 3", "365BD, 365"})
  void business_days_are_whole(String text, int days) {
    Delay delay = Delay.parse(text);

    assertThat(delay).isEqualTo(new Delay.BusinessDays(days));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "P",
        "PT",
        "P1DT",
        "1D",
        "BD",
        "2.5BD",
        "-3BD",
        "+3BD",
        "3bd",
        "3 BD",
        "-P1D",
        "P-1D",
        "PT-1S",
        "P1M",
        "P1Y",
        "P1Y2M3D",
        "PT1.5H",
        "PT0.5S",
        "P1D2W",
        "PT1S1H",
        "p2d",
        " P2D",
        "P2D ",
        "P2D\n",
        "\u0663BD",
        "P\u0663D",
        "9999999999BD"
      })
  void what_is_no_delay_is_refused_with_examples(String text) {
    assertThatThrownBy(() -> Delay.parse(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("P2D")
        .hasMessageContaining("3BD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P366D",
        "P365DT1S",
        "PT8760H1S",
        "P53W",
        "366BD",
        "999999999BD",
        "P99999999D",
        "P99999999999999999999D",
        "P4294967297D",
        "PT99999999999999999999S",
        "P99999999999W99999999999DT99999999999H99999999999M99999999999S"
      })
  void what_is_too_long_is_refused_with_the_range(String text) {
    assertThatThrownBy(() -> Delay.parse(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("must be between 0 and 365 days");
  }

  @Test
  void a_million_digits_are_refused_at_once() {
    String text = "P" + "9".repeat(1_000_000) + "D";

    assertThatThrownBy(() -> Delay.parse(text)).isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @MethodSource("delays")
  void a_delay_is_read_back_as_it_was_written(Delay delay) {
    assertThat(Delay.parse(delay.toString())).isEqualTo(delay);
  }

  static Stream<Delay> delays() {
    Random random = new Random(42);
    Stream<Delay> elapsed =
        Stream.generate(() ->
                new Delay.Elapsed(
                    random.nextInt(300), Duration.ofSeconds(random.nextInt(5_000_000))))
            .<Delay>map(delay -> delay)
            .limit(200);
    Stream<Delay> edges =
        Stream.of("PT0S", "P365D", "PT24H", "P1D", "PT1S", "PT59M", "0BD", "365BD")
            .map(Delay::parse);
    return Stream.concat(elapsed, edges);
  }
}
