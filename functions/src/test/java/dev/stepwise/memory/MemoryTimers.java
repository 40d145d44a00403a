package dev.stepwise.memory;

import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Timers in memory: those that are armed, and a queue whose messages may be delayed. */
public final class MemoryTimers implements Timers {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** A wake, from when it may be taken, and the how manieth it is. */
  private record Waiting(StepDue due, Instant at, long order) {}

  private final Map<String, Waiting> armed = new HashMap<>();
  private final List<Waiting> queue = new ArrayList<>();
  private long count;

  @Override
  public synchronized void arm(StepDue due, Instant now) {
    Instant at = Instant.ofEpochSecond(due.due().plusNanos(999_999_999).getEpochSecond());
    if (due.due().isAfter(now.plus(SOON))) {
      armed.putIfAbsent(due.timerName(), new Waiting(due, at, count++));
    } else {
      queue.add(new Waiting(due, due.due().isAfter(now) ? due.due() : now, count++));
    }
  }

  @Override
  public synchronized void queue(List<StepDue> due) {
    due.forEach(each -> queue.add(new Waiting(each, Instant.MIN, count++)));
  }

  @Override
  public synchronized void queue(List<StepDue> due, Instant now, Duration over) {
    for (int i = 0; i < due.size(); i++) {
      Instant at = now.plusSeconds(over.toSeconds() * i / due.size());
      queue.add(new Waiting(due.get(i), at, count++));
    }
  }

  /** Armed timers, the earliest first. */
  public synchronized List<StepDue> armed() {
    return armed.values().stream().sorted(inOrder()).map(Waiting::due).toList();
  }

  /** When the next wake can be taken. */
  public synchronized Optional<Instant> next() {
    List<Waiting> all = new ArrayList<>(queue);
    all.addAll(armed.values());
    return all.stream().map(Waiting::at).min(Comparator.naturalOrder());
  }

  /** Takes the first wake that is on the queue by then. */
  public synchronized Optional<StepDue> take(Instant now) {
    List<Waiting> fired = armed.values().stream().filter(w -> !w.at().isAfter(now)).toList();
    queue.addAll(fired);
    armed.values().removeAll(fired);
    Optional<Waiting> first = queue.stream().filter(w -> !w.at().isAfter(now)).min(inOrder());
    first.ifPresent(queue::remove);
    return first.map(Waiting::due);
  }

  private static Comparator<Waiting> inOrder() {
    return Comparator.comparing(Waiting::at).thenComparingLong(Waiting::order);
  }
}
