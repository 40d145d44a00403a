package dev.stepwise.visible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Megabytes that were made to cost more than they are worth. */
class HostileTextTest {
  private static final int MEGABYTE = 1_000_000;

  /** A second on a quiet machine; a rule that is not linear would need minutes. */
  private static final Duration BOUND = Duration.ofSeconds(20);

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        ">",
        "> ",
        "On ",
        "On On 2025 wrote ",
        "-",
        "_ ",
        "\n",
        "\r",
        "\u00A0",
        "wrote:\n",
        "wrote:\n\n",
        "On 3 Mar 2025 a@b wrote:\n",
        "On 3 Mar 2025\n",
        "> On 3 Mar 2025 a@b wrote:\n\nx\n",
        "a\n> b\n",
        "a\n---\n\n",
        "From: a\n",
        "From:\nTo:\n",
        "From: a\nSent: b\nTo: c\n",
        "```\n",
        "Sent from my \n",
        "-- a\n",
        "This e-mail is \n\n",
        "This e-mail and ",
        "<<a@",
        "a b c d\n",
        "2025-03-03 ",
        "のメール",
        "\uD83D",
      })
  void a_megabyte_of_it_takes_no_time(String piece) {
    String megabyte = "Yes.\n" + piece.repeat(MEGABYTE / piece.length());

    assertThat(assertTimeoutPreemptively(BOUND, () -> VisibleText.ofText(megabyte)))
        .startsWith("Yes.");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 500, 999, 1001})
  void lines_of_any_length_take_no_time(int length) {
    for (String piece : List.of("On 2025 a@b ", "Sent from a ", "This e-mail ", "a 1:11 ", "- ")) {
      String line = piece.repeat(length / piece.length()) + ":\n\n";
      String megabyte = line.repeat(MEGABYTE / line.length());

      assertThat(assertTimeoutPreemptively(BOUND, () -> VisibleText.ofText(megabyte))).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"div", "blockquote", "span", "b", "table", "ul", "pre", "p"})
  void a_hundred_thousand_elements_in_one_another_overflow_nothing(String tag) {
    String html = "top" + ("<" + tag + ">").repeat(100_000) + "deep";

    assertThat(assertTimeoutPreemptively(BOUND, () -> VisibleText.ofHtml(html))).startsWith("top");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=gmail_attr>",
        "<div id=appendonsend>",
        "<p style='border-top:solid #E1E1E1 1.0pt'>",
        "<br>",
        "<table><tr><td>",
        "<!--",
        "<a b=",
        "&",
        "<div class=' '>x",
        "</p>"
      })
  void a_megabyte_of_markup_takes_no_time(String piece) {
    String html = piece.repeat(MEGABYTE / piece.length());

    assertThat(assertTimeoutPreemptively(BOUND, () -> VisibleText.ofHtml(html))).isNotNull();
  }

  @Test
  void any_shuffle_of_lines_is_read() {
    List<String> lines =
        List.of(
            "",
            "text",
            "> q",
            "On 3 Mar 2025 a@b wrote:",
            "--",
            "---",
            "From: a",
            "Sent: b",
            "To: c",
            "```",
            "Sent from my iPhone",
            "wrote:",
            "> wrote:",
            "<a@b",
            ">",
            "\uFEFF");
    Random chance = new Random(3);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder mail = new StringBuilder();
      chance.ints(12, 0, lines.size()).forEach(at -> mail.append(lines.get(at)).append('\n'));

      assertThat(VisibleText.ofText(mail.toString())).isNotNull();
    }
  }
}
