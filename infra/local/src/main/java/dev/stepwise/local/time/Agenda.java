package dev.stepwise.local.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works what becomes due, while time flows and when it is moved. Sources are worked one after the
 * other in the order they registered, each in parallel inside, and time stands still meanwhile.
 */
public final class Agenda implements AutoCloseable {
  private static final long IDLE_MILLIS = 60_000;
  private static final int MOST_ROUNDS = 100_000;

  private final VirtualClock clock;
  private final Bell bell = new Bell();
  private final Requests requests;
  private final Dues dues;

  /** Held by whoever works: the thread for one round, an advance to its end; in order of asking. */
  private final ReentrantLock working = new ReentrantLock(true);

  private final Mark mark = new Mark();
  private volatile boolean closed;
  private @Nullable Thread thread;

  public Agenda(VirtualClock clock) {
    this.clock = clock;
    this.requests = new Requests(clock, bell::ring);
    this.dues = new Dues();
  }

  public void register(DueSource source) {
    dues.sources.add(source);
    changed();
  }

  /**
   * Runs something at every whole multiple of a period. Inside a jump a run happens only where
   * {@code finds} says that a run at that instant would find something; once it would, it must stay
   * so until work changes it, for the agenda asks about the last run of a gap first.
   */
  public void every(Duration period, Predicate<Instant> finds, Consumer<Instant> run) {
    dues.periodics.add(new Periodic(period, clock.now(), finds, run));
    changed();
  }

  /** Starts the thread that works what becomes due while time flows. */
  public synchronized void start() {
    if (thread == null) {
      var live = new Live(bell, this::liveRound, this::untilNext);
      thread = Thread.ofPlatform().name("agenda").daemon().start(() -> live.until(() -> closed));
    }
  }

  /** Says that a source has something due earlier than it said before. */
  public void changed() {
    bell.ring();
  }

  /**
   * Moves time forward by so much, working everything due on the way in order, and answers the new
   * instant when all is quiet. Zero works what is due now.
   *
   * @throws IllegalArgumentException for a negative duration
   */
  public Instant advance(Duration by) {
    return alone(() -> travel(clock.now().plus(by)));
  }

  /**
   * Moves time forward to an instant, as {@link #advance} does.
   *
   * @throws IllegalArgumentException for an instant that has passed
   */
  public Instant advanceTo(Instant to) {
    return alone(() -> travel(to));
  }

  /** Holds time still while an API request runs. Never advance while holding one. */
  public Hold request() {
    var hold = requests.enter();
    mark.at(clock.now());
    return hold;
  }

  /** The virtual instant, made durable before it is told. */
  public Instant now() {
    var now = clock.now();
    mark.at(now);
    return now;
  }

  /** Lets every instant be kept before anything that happens at it is told to the outside. */
  public void remember(Consumer<Instant> keeper) {
    mark.keptBy(keeper);
  }

  /** Puts the clock forward to where it stood before a restart; never back. */
  public void recall(Instant stood) {
    clock.jump(stood);
    dues.passed(clock.now());
  }

  /** The requests that run now; what they put on a queue waits for them. */
  public Ticket ticket() {
    return requests.ticket();
  }

  @Override
  public void close() {
    // Whoever works now finishes first: nothing is worked after the services have gone.
    working.lock();
    try {
      closed = true;
    } finally {
      working.unlock();
    }
    bell.ring();
  }

  private Instant alone(Supplier<Instant> journey) {
    working.lock();
    try (var still = clock.freeze()) {
      return journey.get();
    } finally {
      working.unlock();
      bell.ring();
    }
  }

  private Instant travel(Instant to) {
    if (to.isBefore(clock.now())) {
      throw new IllegalArgumentException(
          "time is " + clock.now() + " and never goes back to " + to);
    }
    requests.awaitRunning();
    while (true) {
      workAllDue();
      try (var nobody = requests.alone()) {
        var next = dues.first(to);
        leap(next.orElse(to));
        if (next.isEmpty()) {
          return now();
        }
      }
    }
  }

  private void leap(Instant to) {
    clock.jump(to);
    dues.passed(to);
  }

  private void workAllDue() {
    for (var round = 0; round < MOST_ROUNDS; round++) {
      if (!work(dues.at(clock.now()))) {
        return;
      }
    }
    throw new IllegalStateException("work at " + clock.now() + " makes ever more work");
  }

  private boolean work(List<Consumer<Instant>> due) {
    if (due.isEmpty()) {
      return false;
    }
    var now = now();
    due.forEach(each -> each.accept(now));
    return true;
  }

  private boolean liveRound() {
    working.lock();
    try (var still = clock.freeze()) {
      return !closed && work(dues.flowingAt(clock.now()));
    } finally {
      working.unlock();
    }
  }

  private long untilNext() {
    return dues.next()
        .map(next -> clock.realTime(Duration.between(clock.now(), next)).toMillis())
        .map(millis -> Math.clamp(millis, 1, IDLE_MILLIS))
        .orElse(IDLE_MILLIS);
  }
}
