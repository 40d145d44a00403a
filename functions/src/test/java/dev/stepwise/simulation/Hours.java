package dev.stepwise.simulation;

import dev.stepwise.memory.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The time of a maze: what comes when. What comes at one instant comes in no order. */
final class Hours {
  private static final Instant START = Instant.parse("2026-11-04T09:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(3));

  private final Memory memory;
  private final List<Later> later = new ArrayList<>();
  final Agenda clock;

  /** What comes then, at the earliest. */
  private record Later(Instant at, String name, Runnable what) {
    @Override
    public String toString() {
      return at + " " + name;
    }
  }

  Hours(Memory memory, Consumer<Instant> moved) {
    this.memory = memory;
    this.clock = new Agenda(START, moved);
  }

  void later(Instant at, String name, Runnable what) {
    later.add(new Later(at, name, what));
  }

  /** True when something is to come now. */
  boolean isDue() {
    return later.stream().anyMatch(each -> !each.at().isAfter(clock.now()));
  }

  /** Has the first of what is to come now come. */
  void come() {
    Later first =
        later.stream().filter(each -> !each.at().isAfter(clock.now())).findFirst().orElseThrow();
    later.remove(first);
    first.what().run();
  }

  /** When something comes, or a sweep finds something. */
  Optional<Instant> next() {
    Instant now = clock.now();
    Instant overdue = Sweeps.overdue(memory.enrollments());
    boolean mails = !memory.inbox().unread(Instant.MAX, 1).isEmpty();
    Instant wanted = mails || overdue.isBefore(now) ? now : overdue;
    Instant first = later.stream().map(Later::at).min(Instant::compareTo).orElse(END);
    Instant sweep = wanted.isBefore(END) ? Sweeps.tick(START, wanted.plusMillis(1)) : END;
    return Optional.of(first.isBefore(sweep) ? first : sweep).filter(at -> at.isBefore(END));
  }

  /** Lets time pass; true when a sweep is held then. Those that find nothing are left out. */
  boolean pass(Instant at) {
    clock.moveTo(at);
    return at.equals(Sweeps.tick(START, at)) && later.stream().noneMatch(l -> l.at().equals(at));
  }

  @Override
  public String toString() {
    return clock.now() + " " + later.stream().map(Later::toString).sorted().toList();
  }
}
