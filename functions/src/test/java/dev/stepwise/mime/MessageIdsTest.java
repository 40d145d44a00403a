package dev.stepwise.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageIdsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<1@a.example> <2@B.example>         | 1@a.example 2@B.example",
        "<1@a.example>,<2@b.example>         | 1@a.example 2@b.example",
        "<1@a.example><2@b.example>          | 1@a.example 2@b.example",
        "1@a.example, 2@b.example            | 1@a.example 2@b.example",
        "<1@a.example> <1@a.example>         | 1@a.example",
        "<0100018c-1>                        | 0100018c-1",
        "Your message of Monday <1@a.example> | 1@a.example",
        "nothing of the kind                 | ``",
        "<>                                  | ``",
        "``                                  | ``"
      })
  void ids_are_found_with_and_without_brackets(String value, String ids) {
    assertThat(String.join(" ", MessageIds.of(value))).isEqualTo(ids);
  }

  @Test
  void a_long_thread_keeps_both_its_ends() {
    String value =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "<%d@a.example>".formatted(i))
            .collect(Collectors.joining(" "));

    assertThat(MessageIds.of(value))
        .hasSize(40)
        .startsWith("0@a.example")
        .endsWith("999@a.example")
        .contains("19@a.example", "980@a.example");
  }
}
