package dev.stepwise.simulation;

import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.pause.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** When sweeps are held: each five minutes, but none that would find nothing. */
record Sweeps(World world, Agenda agenda, Instant start) {
  static final Duration INTERVAL = Duration.ofMinutes(5);

  /** What the sweep counts as late. */
  static final Duration LATE = Duration.ofMinutes(2);

  void plan() {
    agenda.at(start.plus(INTERVAL), this::sweep);
  }

  /** The next is at the first that may find some. */
  private void sweep() {
    world.functions.sweep();
    Instant soonest = agenda.now().plus(INTERVAL);
    Instant change = agenda.next().orElse(Instant.MAX);
    Instant overdue = overdue(world.memory.enrollments());
    Instant wanted =
        Stream.of(change, overdue, round()).min(Comparator.naturalOrder()).orElseThrow();
    boolean mails = !world.memory.inbox().unread(Instant.MAX, 1).isEmpty();
    boolean soon = mails || wanted.isBefore(soonest);
    if (soon || wanted.isBefore(start.plus(World.ALL))) {
      agenda.at(soon ? soonest : tick(start, wanted), this::sweep);
    }
  }

  /** From when a sweep finds a switch to carry on. */
  private Instant round() {
    return world.memory.pauses().rounds(Instant.MAX).stream()
        .map(Round::due)
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  /** From when a sweep finds something overdue; never, if nothing is ever due. */
  static Instant overdue(Enrollments store) {
    return store.overdue(Instant.MAX, 1).stream()
        .map(found -> found.due().plus(LATE))
        .findFirst()
        .orElse(Instant.MAX);
  }

  /** The first sweep at or after that instant. */
  static Instant tick(Instant start, Instant wanted) {
    long ticks = Math.ceilDiv(Duration.between(start, wanted).toMillis(), INTERVAL.toMillis());
    return start.plus(INTERVAL.multipliedBy(ticks));
  }
}
