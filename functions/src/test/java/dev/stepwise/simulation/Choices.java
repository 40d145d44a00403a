package dev.stepwise.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes the place of dice: the first choices of a run are given, all later ones are the first way
 * there is. What was chosen is remembered, so that the next run takes the next way (depth first).
 */
final class Choices {
  /** Which way was taken, of how many, and how a person would name it. */
  private record Choice(int way, int ways, String name) {}

  private final List<Integer> given;
  private final List<Choice> made = new ArrayList<>();
  private int faults;

  /** The first choices, and how many faults there may be in all. */
  Choices(List<Integer> given, int faults) {
    this.given = List.copyOf(given);
    this.faults = faults;
  }

  /** Choices as {@link #toString} writes them. */
  static List<Integer> parse(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
  }

  /** One of these ways. */
  int of(List<String> ways) {
    if (ways.size() == 1) {
      return 0;
    }
    int way = made.size() < given.size() ? given.get(made.size()) : 0;
    if (way >= ways.size()) {
      throw new IllegalArgumentException("choice %d of %s".formatted(way, ways));
    }
    made.add(new Choice(way, ways.size(), ways.get(way)));
    return way;
  }

  /** Nothing, or one of these faults while there may be one more. */
  <T extends Enum<T>> Optional<T> fault(List<T> kinds, String where) {
    List<T> possible = kinds.stream().filter(kind -> Cost.of(kind) <= faults).toList();
    List<String> ways = new ArrayList<>(List.of(""));
    possible.forEach(kind -> ways.add(kind + " at " + where));
    int way = of(ways);
    if (way == 0) {
      return Optional.empty();
    }
    T fault = possible.get(way - 1);
    faults -= Cost.of(fault);
    return Optional.of(fault);
  }

  /** How many more faults there may be. */
  int faultsLeft() {
    return faults;
  }

  /** True when nothing was given for what is chosen next: nobody has been here before. */
  boolean isNew() {
    return made.size() >= given.size();
  }

  /** What the next run is given; null when every way has been taken. */
  @Nullable List<Integer> next() {
    for (int last = made.size() - 1; last >= 0; last--) {
      Choice choice = made.get(last);
      if (choice.way() + 1 < choice.ways()) {
        List<Integer> next =
            new ArrayList<>(made.subList(0, last).stream().map(Choice::way).toList());
        next.add(choice.way() + 1);
        return next;
      }
    }
    return null;
  }

  /** Those that were not the first way, for people. */
  List<String> told() {
    return made.stream().filter(choice -> choice.way() > 0).map(Choice::name).toList();
  }

  @Override
  public String toString() {
    return made.stream().map(c -> Integer.toString(c.way())).collect(Collectors.joining(","));
  }
}
