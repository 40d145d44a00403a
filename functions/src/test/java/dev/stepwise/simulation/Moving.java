package dev.stepwise.simulation;

import dev.stepwise.enrollment.Claim;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Moves;
import dev.stepwise.enrollment.State;
import dev.stepwise.matching.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * MOVING: what is due, or has a claim open, moves again by itself within the sweep's interval (and
 * the grace, over an open claim), counted from the last fault that hit it.
 */
final class Moving implements Promise {
  private static final String NAME = "MOVING";

  /** The sweep's interval, what it counts as late, a redelivery, and the work itself. */
  private static final Duration NETS = Duration.ofMinutes(5 + 2 + 2 + 1);

  /** From when it should move, and until when it must have. */
  private record Limit(EnrollmentId id, Instant from, Instant until) {}

  private final Watch watch;
  private final Settled settled;
  private final Map<EnrollmentId, Limit> limits = new HashMap<>();
  private final PriorityQueue<Limit> queue =
      new PriorityQueue<>(Comparator.comparing(Limit::until));
  private Duration longest = Duration.ZERO;

  Moving(Watch watch, Settled settled) {
    this.watch = watch;
    this.settled = settled;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Object remembered() {
    return limits;
  }

  @Override
  public void changed(@Nullable Enrollment before, Enrollment after) {
    if (before == null || hasMoved(before, after)) {
      Limit old = limits.get(after.id());
      if (old != null) {
        Duration stall = Duration.between(old.from(), settled.now());
        longest = stall.compareTo(longest) > 0 ? stall : longest;
      }
      limit(after);
    }
  }

  private static boolean hasMoved(Enrollment before, Enrollment after) {
    return before.generation() != after.generation()
        || !before.state().equals(after.state())
        || !Optional.ofNullable(before.claim()).equals(Optional.ofNullable(after.claim()))
        || before.isReading() != after.isReading();
  }

  /** A fault has hit it: what it had to do it may have to do again. */
  void disturbed(EnrollmentId id) {
    watch.stored(id).ifPresent(this::limit);
  }

  private void limit(Enrollment e) {
    limits.remove(e.id());
    wait(e)
        .ifPresent(wait -> {
          Instant base = lookedAt(e);
          Instant from = base.isBefore(settled.now()) ? settled.now() : base;
          Limit limit = new Limit(e.id(), from, from.plus(wait));
          limits.put(e.id(), limit);
          queue.add(limit);
        });
  }

  private static Instant lookedAt(Enrollment e) {
    return e.state() instanceof State.Active active && e.claim() == null
        ? active.due().at()
        : Instant.MIN;
  }

  /** How long it may stand still; none where it waits for a person, or for nothing. */
  private Optional<Duration> wait(Enrollment e) {
    Claim claim = e.claim();
    if (claim != null) {
      return Moves.isAsking(e) && claim.messageId() == null
          ? Optional.empty()
          : Optional.of(NETS.plus(settled.version(e).settings().unknownGrace()));
    }
    if (!(e.state() instanceof State.Active)) {
      return Optional.empty();
    }
    return Optional.of(e.isReading() ? NETS.plus(Inbox.PATIENCE) : NETS);
  }

  /** Time has moved: whatever should have moved before now is stuck. */
  @SuppressWarnings("ReferenceEquality") // A limit that was replaced stays in the queue.
  void moved(Instant now) {
    while (!queue.isEmpty() && queue.peek().until().isBefore(now)) {
      Limit limit = queue.remove();
      if (limits.get(limit.id()) == limit) {
        Enrollment e = watch.stored(limit.id()).orElseThrow();
        throw new Breach(
            NAME,
            limit.id(),
            "it stands still since %s: %s, claim %s, reading %s"
                .formatted(limit.from(), e.state(), e.claim(), e.holds().reading()));
      }
    }
  }

  /** The longest that anything stood still that should have moved. */
  Duration longest() {
    return longest;
  }
}
