package dev.stepwise.memory;

import dev.stepwise.pause.Counts;
import dev.stepwise.pause.Scope;
import dev.stepwise.sending.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeMap;

/** Counts in memory. */
record MemoryCounts(Memory memory) implements Counts {
  @Override
  public Tally add(Scope scope, Instant now, Tally more) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return memory.alone(() -> {
      var days = memory.counts.computeIfAbsent(scope, _ -> new TreeMap<>());
      days.merge(today, more, Tally::plus);
      days.headMap(today.minusDays(6)).clear();
      return days.values().stream().reduce(Tally.NONE, Tally::plus);
    });
  }

  @Override
  public void forget(Scope scope) {
    memory.alone(() -> {
      memory.counts.remove(scope);
    });
  }
}
