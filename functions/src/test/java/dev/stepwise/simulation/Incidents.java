package dev.stepwise.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What befalls a run: each incident has a name, by which it can be left out when run again. */
final class Incidents {
  private final Set<String> muted;
  private final List<String> happened = new ArrayList<>();
  private final Map<String, Long> kinds = new TreeMap<>();
  private boolean healed;

  Incidents(Set<String> muted) {
    this.muted = Set.copyOf(muted);
  }

  /** True when it happens: it is counted by its kind, and remembered by kind and place. */
  boolean happens(String kind, String where) {
    String name = kind + " @ " + where;
    if (healed || muted.contains(name)) {
      return false;
    }
    happened.add(name);
    kinds.merge(kind, 1L, Long::sum);
    return true;
  }

  /** Nothing befalls it any more. */
  void heal() {
    healed = true;
  }

  List<String> happened() {
    return happened;
  }

  Map<String, Long> kinds() {
    return kinds;
  }
}
