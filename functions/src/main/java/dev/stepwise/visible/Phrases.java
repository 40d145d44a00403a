package dev.stepwise.visible;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The language data of this package: files of lines "tag: value" with comments after "#". */
final class Phrases {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private Phrases() {}

  /** The values of all lines of a file, without their tags. */
  static List<String> values(String file) {
    try (InputStream bytes = Phrases.class.getResourceAsStream(file);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(bytes, file), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The phrases of all lines of a file, parted by "|". */
  static Stream<String> phrases(String file) {
    return values(file).stream()
        .flatMap(line -> Arrays.stream(line.split("\\|")))
        .map(String::strip)
        .filter(phrase -> !phrase.isEmpty())
        .distinct();
  }

  /** Any phrase of a file as a whole word, longest first. */
  static String anyOf(String file) {
    return phrases(file)
        .sorted((one, other) -> other.length() - one.length())
        .map(Phrases::word)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /** Any of the regular expressions of a file. */
  static Pattern expressions(String file) {
    return pattern(values(file).stream().collect(Collectors.joining("|")));
  }

  static Pattern pattern(String expression) {
    return Pattern.compile(expression, FLAGS);
  }

  /** Languages that do not part words by spaces are matched inside a run of letters. */
  private static String word(String phrase) {
    String quoted = Pattern.quote(phrase);
    return partsWords(phrase) ? "(?<![\\p{L}\\p{M}])" + quoted + "(?![\\p{L}\\p{M}])" : quoted;
  }

  private static boolean partsWords(String phrase) {
    return phrase
        .codePoints()
        .mapToObj(Character.UnicodeScript::of)
        .noneMatch(script ->
            switch (script) {
              case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, HEBREW -> true;
              default -> false;
            });
  }
}
