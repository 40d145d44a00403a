package dev.stepwise.enrollment;

import static java.util.Objects.requireNonNull;

import dev.stepwise.pacing.Ledger;
import dev.stepwise.pacing.Pace;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Gives the mails of many new enrollments their places as time goes on: at each instant those that
 * follow in a thread come before those that open one, and these in the order of the call.
 */
public final class Journeys {
  private static final Comparator<Journey> IN_TURN =
      Comparator.<Journey, Instant>comparing(journey -> journey.wants.at())
          .thenComparing(Journey::isFirst)
          .thenComparing(Journey::order);

  private final Ledger ledger;
  private final PriorityQueue<Journey> asking = new PriorityQueue<>(IN_TURN);
  private final Map<Plan, Queue<Journey>> lines = new LinkedHashMap<>();

  private Journeys(Ledger ledger) {
    this.ledger = ledger;
  }

  /** An itinerary for each start, in the same order. */
  public static List<Itinerary> of(List<Itinerary.Start> starts, Pace pace, Ledger ledger) {
    List<Journey> all = new ArrayList<>();
    starts.forEach(start -> all.add(new Journey(start, all.size())));
    new Journeys(ledger).plan(all);
    return all.stream().map(journey -> journey.done(pace)).toList();
  }

  private void plan(List<Journey> all) {
    all.stream().filter(journey -> !journey.isOver()).forEach(this::queue);
    lines.values().forEach(line -> asking.add(line.element()));
    while (!asking.isEmpty()) {
      turn(asking.remove());
    }
  }

  /** Who has the same plan goes one after the other: only the first in line has to ask. */
  private void queue(Journey journey) {
    lines.computeIfAbsent(journey.plan(), _ -> new ArrayDeque<>()).add(journey);
  }

  private void turn(Journey journey) {
    boolean first = journey.isFirst();
    journey.ask(ledger);
    if (first && (!journey.isFirst() || journey.isOver())) {
      nextInLine(journey);
    }
    if (!journey.isOver()) {
      asking.add(journey);
    }
  }

  private void nextInLine(Journey journey) {
    Queue<Journey> line = requireNonNull(lines.get(journey.plan()));
    line.remove();
    Journey next = line.peek();
    if (next != null) {
      next.waitFor(journey);
      asking.add(next);
    }
  }
}
