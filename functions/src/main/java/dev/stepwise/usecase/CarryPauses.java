package dev.stepwise.usecase;

import dev.stepwise.InvalidValueException;
import dev.stepwise.Page;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.pause.Pauses;
import dev.stepwise.pause.Round;
import dev.stepwise.pause.Way;
import dev.stepwise.sending.Pause;
import dev.stepwise.task.Tasks;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Carries switches to the enrollments: each that is to stand still does, and each that may go on
 * goes on. What is done no longer matches, so that it may be done by many, twice, or in parts.
 */
public final class CarryPauses {
  private static final System.Logger LOG = System.getLogger(CarryPauses.class.getName());

  /** Lists lag and enrollments move: so often a call looks again. */
  private static final int PASSES = 4;

  /** What is left of a function's time for what comes after. */
  private static final Duration SPARE = Duration.ofSeconds(10);

  private final Pauses pauses;
  private final Enrollments enrollments;
  private final Heed heed;
  private final InstantSource clock;

  /** Who does the work, how much of it at once, and with what dice. */
  public record Hands(Authority engine, Parallel parallel, RandomGenerator random) {}

  public CarryPauses(
      Pauses pauses,
      Enrollments enrollments,
      Tasks tasks,
      MoveEnrollment move,
      Hands hands,
      InstantSource clock) {
    this.pauses = pauses;
    this.enrollments = enrollments;
    this.heed = new Heed(pauses, tasks, move, hands, clock);
    this.clock = clock;
  }

  /** How a switch stands, since when, and who turned it. */
  private record Turn(Optional<Pause> off, Instant at, String who) {}

  /** How far a pass came, and whether there was anything to do on the way. */
  private record Passed(Way way, boolean found) {
    boolean isWhole() {
      return way.next().isEmpty();
    }
  }

  /** As much as the time of a call allows; what it leaves, the sweep does. */
  void atOnce(Round turned, Supplier<Duration> timeLeft) {
    try {
      Turn turn = turn(turned, clock.instant());
      Way begin = Way.begin(turned.scope(), turn.off.isPresent());
      Passed passed = pass(turn, begin, timeLeft);
      for (int more = PASSES - 1; more > 0 && passed.isWhole() && passed.found; more--) {
        passed = pass(turn, begin, timeLeft);
      }
    } catch (RuntimeException trouble) {
      LOG.log(Level.WARNING, "a switch is carried on by the sweep", trouble);
    }
  }

  /** Goes on with the rounds that are due, those that wait longest first; says how many. */
  public int goOn(Supplier<Duration> timeLeft) {
    List<Round> due = pauses.rounds(clock.instant());
    due.stream()
        .sorted(Comparator.comparing(Round::began))
        .forEach(round -> {
          try {
            goOn(round, timeLeft);
          } catch (RuntimeException trouble) {
            LOG.log(Level.ERROR, "a switch could not be carried on", trouble);
          }
        });
    return due.size();
  }

  private void goOn(Round round, Supplier<Duration> timeLeft) {
    Instant now = clock.instant();
    Turn turn = turn(round, now);
    Way way = Way.read(round.scope(), turn.off.isPresent(), round.place());
    Round pass = way.equals(Way.begin(way.scope(), way.off())) ? round.anew(now) : round;
    Passed passed = pass(turn, way, timeLeft);
    Round reached = pass.reached(passed.way.write(), passed.found);
    Optional<Instant> until = turn.off.map(Pause::until);
    if (!passed.isWhole()) {
      pauses.save(round, reached);
    } else if (reached.found() || !pass.isSettled(turn.at)) {
      pauses.save(round, round.anew(now));
    } else if (until.isPresent()) {
      pauses.save(round, round.resting(until.get()));
    } else {
      pauses.end(round);
    }
  }

  private Turn turn(Round round, Instant now) {
    Optional<Pause> pause = pauses.of(round.scope());
    Optional<Pause> off = pause.filter(it -> it.isOn(now));
    Optional<Instant> ended = pause.filter(_ -> off.isEmpty()).map(Pause::until);
    return ended
        .map(at -> new Turn(off, at, Entry.ENGINE))
        .orElseGet(() -> new Turn(off, round.since(), round.by()));
  }

  private Passed pass(Turn turn, Way from, Supplier<Duration> timeLeft) {
    Way way = from;
    boolean found = false;
    for (var query = way.next(); query.isPresent(); query = way.next()) {
      if (timeLeft.get().compareTo(SPARE) < 0) {
        return new Passed(way, found);
      }
      Page<Enrollment> page = list(query.get(), way.cursor());
      found |= heed.page(page.items(), turn.who, turn.at);
      way = way.after(page.cursor());
    }
    return new Passed(way, found);
  }

  /** A cursor of an older release may say nothing to this one. */
  private Page<Enrollment> list(Enrollments.Query query, @Nullable String cursor) {
    try {
      return enrollments.list(query, cursor);
    } catch (InvalidValueException unreadable) {
      return enrollments.list(query, null);
    }
  }
}
