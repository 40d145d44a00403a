package dev.stepwise.judgement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of many languages, by section, from a file beside this class. Each line is a regular
 * expression over {@link Plain} text, in a shorter hand: a space may have a comma before it, an
 * apostrophe and a hyphen may be missing, a star behind a letter is any ending of the word, as is
 * an at sign anywhere, and a tilde between spaces is up to 60 characters of the same sentence,
 * which may end within a word where "?" follows. A line between slashes is taken as it is. Whole
 * words are meant, in languages that part words.
 */
final class Lexicon {
  private static final Pattern NO_SPACES_BETWEEN_WORDS =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}]");

  /** Arabic and Hebrew write articles and prepositions onto the word. */
  private static final Pattern PREFIXES = Pattern.compile("[\\p{IsArabic}\\p{IsHebrew}]");

  private static final String GAP = "(?:[^.!?\\n。]|\\.(?! )){0,60}?";
  private static final String WORDS_BETWEEN = " ~ ";
  private static final String ANYTHING_BETWEEN = " ~ ?";

  private final Map<String, List<String>> sections;

  private Lexicon(Map<String, List<String>> sections) {
    this.sections = sections;
  }

  /** The file of that name. */
  static Lexicon of(String file) {
    try (InputStream bytes = Lexicon.class.getResourceAsStream(file);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(bytes, file), StandardCharsets.UTF_8))) {
      return new Lexicon(sections(lines.lines().toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds any phrase of the section. */
  Pattern phrases(String section) {
    return Pattern.compile(expression(section));
  }

  /** Any phrase of the section, as a part of a longer expression. */
  String expression(String section) {
    return lines(section).stream()
        .map(Lexicon::expressionOf)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /** Matches any line of the section, all of them regular expressions without short hand. */
  Pattern verbatim(String section) {
    return Pattern.compile(String.join("|", lines(section)), Pattern.DOTALL);
  }

  /** The lines of the section as they are. */
  List<String> lines(String section) {
    return Objects.requireNonNull(sections.get(section), section);
  }

  private static Map<String, List<String>> sections(List<String> lines) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("[") && line.endsWith("]") && line.matches("\\[[a-z0-9-]+]")) {
        current = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), current);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        current.add(line.strip());
      }
    }
    return sections;
  }

  private static String expressionOf(String line) {
    if (line.length() > 1 && line.startsWith("/") && line.endsWith("/")) {
      return "(?:" + line.substring(1, line.length() - 1) + ")";
    }
    String longHand = "(?:" + gaps(Plain.letters(line)) + ")";
    if (NO_SPACES_BETWEEN_WORDS.matcher(line).find()) {
      return longHand;
    }
    String before = PREFIXES.matcher(line).find() ? "" : "(?<![\\p{L}\\p{N}])";
    return before + longHand + "(?!\\p{L})";
  }

  private static String gaps(String line) {
    return Arrays.stream(line.split(Pattern.quote(ANYTHING_BETWEEN), -1))
        .map(Lexicon::wordGaps)
        .collect(Collectors.joining(",? ?" + GAP));
  }

  private static String wordGaps(String line) {
    return Arrays.stream(line.split(WORDS_BETWEEN, -1))
        .map(Lexicon::longHand)
        .collect(Collectors.joining(",? (?:" + GAP + " )?"));
  }

  private static String longHand(String line) {
    StringBuilder expression = new StringBuilder();
    boolean inBrackets = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      inBrackets = c == '[' || inBrackets && c != ']';
      boolean afterLetter = i > 0 && isLetter(line, i - 1);
      boolean beforeLetter = i + 1 < line.length() && isLetter(line, i + 1);
      expression.append(inBrackets ? c : longHand(c, afterLetter, beforeLetter));
    }
    return expression.toString();
  }

  private static boolean isLetter(String line, int at) {
    return Character.isLetter(line.charAt(at)) && (at == 0 || line.charAt(at - 1) != '\\');
  }

  private static String longHand(char c, boolean afterLetter, boolean beforeLetter) {
    return switch (c) {
      case ' ' -> ",? ";
      case '@' -> "[\\p{L}\\p{M}]*";
      case '\'' -> "'?";
      case '*' -> afterLetter ? "[\\p{L}\\p{M}]*" : "*";
      case '-' -> afterLetter && beforeLetter ? "[- ]?" : "-";
      default -> String.valueOf(c);
    };
  }
}
