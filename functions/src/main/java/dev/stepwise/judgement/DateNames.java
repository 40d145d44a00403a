package dev.stepwise.judgement;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of months, 1 to 12, or of days, 1 for Monday to 7, in all languages we know. */
record DateNames(Map<String, Integer> numbers, String expression) {
  static DateNames of(Lexicon words, String prefix, int count) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int number = 1; number <= count; number++) {
      for (String name : names(words.lines(prefix + number))) {
        numbers.putIfAbsent(name, number);
      }
    }
    return new DateNames(Map.copyOf(numbers), anyOf(numbers.keySet()));
  }

  int number(String name) {
    return numbers.getOrDefault(name, 0);
  }

  private static Collection<String> names(Collection<String> lines) {
    return lines.stream()
        .flatMap(line -> Arrays.stream(line.split("\\|")))
        .map(Plain::letters)
        .toList();
  }

  /** Longest first, so that no name is cut short by another. */
  private static String anyOf(Collection<String> names) {
    return names.stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(name -> name))
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")(?![\\p{L}\\p{M}])"));
  }
}
