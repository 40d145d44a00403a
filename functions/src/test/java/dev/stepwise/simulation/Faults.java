package dev.stepwise.simulation;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * One call to AWS, and what can go wrong with it: it is refused, its answer is lost, it is repeated
 * by the SDK, or the caller is gone before or after it. Every call takes time.
 */
final class Faults {
  private static final Duration QUICK = Duration.ofMillis(1);
  private static final Duration USUAL = Duration.ofMillis(40);
  private static final Duration SLOW = Duration.ofMillis(900);
  private static final Duration TIME_OUT = Duration.ofSeconds(5);

  private final Cast cast;
  private final Incidents incidents;
  private final int permille;
  private final Watch watch;

  Faults(Cast cast, Incidents incidents, int permille, Watch watch) {
    this.cast = cast;
    this.incidents = incidents;
    this.permille = permille;
    this.watch = watch;
  }

  /** What can befall a call. */
  enum Fault {
    NONE,
    CRASH_BEFORE,
    CRASH_AFTER,
    TIMEOUT_BEFORE,
    TIMEOUT_AFTER,
    THROTTLED,
    REPEATED
  }

  /** Does it, or not, or twice; {@code again} is what the repetition answers. */
  Object call(String what, Callable<Object> effect, Callable<Object> again) throws Exception {
    Actor actor = cast.current().orElse(null);
    if (actor == null) {
      return effect.call();
    }
    actor.callBegins();
    Fault fault = draw(actor, what);
    cast.pass(latency(actor));
    before(fault, what);
    Object answer = effect.call();
    if (fault == Fault.REPEATED) {
      cast.pass(latency(actor));
      return again.call();
    }
    after(fault, what);
    return answer;
  }

  private Fault draw(Actor actor, String what) {
    if (!actor.chance.permille(permille)) {
      return Fault.NONE;
    }
    Fault fault = Fault.values()[1 + actor.chance.below(Fault.values().length - 1)];
    if (!incidents.happens(fault.name().toLowerCase(Locale.ROOT), actor.place(what))) {
      return Fault.NONE;
    }
    watch.faulty(actor.concerns, fault + " at " + what);
    return fault;
  }

  private void before(Fault fault, String what) {
    switch (fault) {
      case CRASH_BEFORE -> throw new Crash("before " + what);
      case TIMEOUT_BEFORE -> {
        cast.pass(TIME_OUT);
        throw new Trouble(what + " timed out");
      }
      case THROTTLED -> throw new Trouble(what + " was throttled");
      case NONE, CRASH_AFTER, TIMEOUT_AFTER, REPEATED -> {}
    }
  }

  private void after(Fault fault, String what) {
    switch (fault) {
      case CRASH_AFTER -> throw new Crash("after " + what);
      case TIMEOUT_AFTER -> {
        cast.pass(TIME_OUT);
        throw new Trouble("the answer of " + what + " was lost");
      }
      case NONE, CRASH_BEFORE, TIMEOUT_BEFORE, THROTTLED, REPEATED -> {}
    }
  }

  static Duration latency(Actor actor) {
    return actor.chance.oneIn(10)
        ? actor.chance.between(USUAL, SLOW)
        : actor.chance.between(QUICK, USUAL);
  }
}
