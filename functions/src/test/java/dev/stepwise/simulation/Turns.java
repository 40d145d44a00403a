package dev.stepwise.simulation;

import dev.stepwise.pause.Scope;
import dev.stepwise.sequence.UnknownOutcome;
import dev.stepwise.usecase.Authority;
import dev.stepwise.usecase.TurnSwitch.Until;
import dev.stepwise.usecase.TurnSwitch.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** In every other run somebody pauses a sequence, the sender or everything, and resumes it. */
record Turns(World world) {
  private static final int PLANNED = 4;
  private static final Duration LIMIT = Duration.ofSeconds(29);
  private static final Duration SHORT = Duration.ofMinutes(1);
  private static final Duration LONG = Duration.ofHours(20);

  /** A call that has no time left to carry its switch on. */
  private static final Duration NONE = Duration.ofSeconds(1);

  void plan(Instant start, Duration days) {
    Chance chance = world.cast.chance("switches");
    if (chance.oneIn(2)) {
      return;
    }
    for (int i = 0; i < PLANNED; i++) {
      Scope scope = scope(chance);
      Instant at = start.plus(chance.between(SHORT, days));
      Instant end = at.plus(chance.between(SHORT, LONG));
      boolean byItself = chance.oneIn(3);
      Wish wish = new Wish(byItself ? new Until.At(end) : null, null);
      String name = "switch " + i;
      begin(at, "pause", name, actor -> pause(scope, wish, actor));
      if (!byItself) {
        begin(end, "resume", name, actor -> resume(scope, actor));
      }
    }
  }

  private static Scope scope(Chance chance) {
    return switch (chance.below(3)) {
      case 0 -> new Scope.Everything();
      case 1 -> new Scope.OfSender(Stories.RITA);
      default ->
          new Scope.OfSequence(Stories.sequence(chance.of(List.of(UnknownOutcome.values()))));
    };
  }

  private interface Act {
    void by(Actor actor);
  }

  private void begin(Instant at, String kind, String of, Act act) {
    String name = kind + " " + of;
    world.agenda.at(
        at,
        () -> {
          if (world.incidents.happens("act " + kind + " all", name)) {
            world.cast.begin(
                new Cast.Role(name, null, LIMIT),
                actor -> !world.functions.failed(name, null, () -> act.by(actor)),
                _ -> {});
          }
        });
  }

  private void pause(Scope scope, Wish wish, Actor actor) {
    world.trace.line(null, "pauses " + scope + " until " + wish.until());
    world.engine.turn.pause(scope, wish, admin(), timeLeft(actor));
  }

  private void resume(Scope scope, Actor actor) {
    world.trace.line(null, "resumes " + scope);
    world.engine.turn.resume(scope, admin(), timeLeft(actor));
  }

  private Authority admin() {
    return new Authority("admin", true, world.memory.senders());
  }

  private static Supplier<Duration> timeLeft(Actor actor) {
    return actor.chance.oneIn(2) ? actor::timeLeft : () -> NONE;
  }
}
