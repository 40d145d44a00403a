package dev.stepwise.local.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A source whose work is what a test put at an instant; it notes when each was worked. */
final class Appointments implements DueSource {
  private final TreeMap<Instant, Runnable> open = new TreeMap<>();
  private final List<Instant> worked = new ArrayList<>();

  synchronized Appointments at(Instant instant, Runnable work) {
    open.put(instant, work);
    return this;
  }

  synchronized Appointments at(Instant instant) {
    return at(instant, () -> {});
  }

  synchronized List<Instant> worked() {
    return List.copyOf(worked);
  }

  @Override
  public synchronized Optional<Instant> nextDue() {
    return open.isEmpty() ? Optional.empty() : Optional.of(open.firstKey());
  }

  @Override
  public void work(Instant now) {
    for (var due = next(now); due.isPresent(); due = next(now)) {
      due.get().getValue().run();
    }
  }

  private synchronized Optional<Map.Entry<Instant, Runnable>> next(Instant now) {
    if (open.isEmpty() || open.firstKey().isAfter(now)) {
      return Optional.empty();
    }
    worked.add(now);
    return Optional.of(open.pollFirstEntry());
  }
}
