package dev.stepwise.simulation;

import dev.stepwise.memory.Memory;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The world of one enrollment in which nothing is left to chance: who goes on next, and what
 * befalls each call and message, is chosen. Calls take no time; time moves when nobody is at work.
 */
final class Maze implements Site {
  final Choices choices;
  final Replies replies = new Replies();
  private final Memory memory = new Memory(new Random(1));
  private final Players players = new Players();
  private final Hours hours;
  private final Map<String, Integer> names = new HashMap<>();
  private final Functions functions = new Functions(this);
  private final MazeQueue queue = new MazeQueue(this);
  private final MazeTimers timers = new MazeTimers(this, functions);
  private final Trace trace;
  private final Watch watch;
  private final Planted planted;
  private final Engine engine;
  private final MazeActs acts;

  Maze(Plot plot, Choices choices, Planted planted) {
    this.choices = choices;
    this.planted = planted;
    Settled settled = new Settled(memory, this::now);
    trace =
        new Trace(
            plot.traced(), this::now, () -> players.actor().map(a -> a.name).orElse("nobody"));
    watch = new Watch(memory.enrollments(), players::actor, trace, settled);
    hours = new Hours(memory, watch::moved);
    watch.also(new Armed(timers::isSet));
    engine = new Engine(memory, MazeGround.of(this, timers));
    acts = new MazeActs(this, plot);
  }

  /**
   * Goes one way through it: to its end, which is true, or until {@code seen} has seen the state
   * that it is in.
   */
  boolean play(Predicate<Maze> seen) {
    try {
      acts.begin();
      while (step()) {
        if (choices.isNew() && isAtRest() && seen.test(this)) {
          return false;
        }
      }
      watch.quiet();
      return true;
    } finally {
      players.dismiss();
    }
  }

  /** True when what comes next is a choice. */
  private boolean isAtRest() {
    return !hours.isDue() && players.free().isEmpty();
  }

  /** One step: of what nobody can get in the way of, or else any. False when nothing is left. */
  private boolean step() {
    if (hours.isDue()) {
      hours.come();
      return true;
    }
    Optional<Player> free = players.free();
    if (free.isPresent()) {
      players.goOn(free.get());
      return true;
    }
    Map<String, Runnable> ways = ways();
    if (!ways.isEmpty()) {
      List.copyOf(ways.values()).get(choices.of(List.copyOf(ways.keySet()))).run();
    }
    return !ways.isEmpty();
  }

  private Map<String, Runnable> ways() {
    Map<String, Runnable> ways = new LinkedHashMap<>();
    List<Player> ready = List.copyOf(players.ready());
    ready.forEach(
        player -> ways.put(player.actor.name + ": " + player.call, () -> players.goOn(player)));
    if (ready.isEmpty() && acts.isTimeToPass()) {
      hours.next().ifPresent(at -> ways.put("time passes", () -> pass(at)));
    }
    acts.offered(ready).forEach(act -> ways.put("act " + act, () -> acts.run(act)));
    return ways;
  }

  private void pass(Instant at) {
    if (hours.pass(at)) {
      functions.sweep();
    }
  }

  /** A player's: stands before its next call. */
  Optional<Player> stand(String call) {
    return players.stand(call);
  }

  /** What goes wrong here, if anything does. */
  <T extends Enum<T>> Optional<T> fault(List<T> kinds, String where) {
    String place = players.actor().map(actor -> actor.place(where)).orElse(where);
    Optional<T> fault = choices.fault(kinds, place);
    fault.ifPresent(what -> watch.faulty(null, what + " at " + place));
    return fault;
  }

  /** The same name is given once. */
  String unique(String name) {
    int count = names.merge(name, 1, Integer::sum);
    return count == 1 ? name : name + "~" + count;
  }

  void later(Instant at, String name, Runnable what) {
    hours.later(at, name, what);
  }

  /** Begins work; {@code after} is told whether it came to its end without a crash. */
  void start(Cast.Role role, Predicate<Actor> work, Consumer<Boolean> after) {
    players.start(role, hours.clock, work, after);
  }

  /** All that decides how it can go on, but for how many more faults there may be. */
  String state() {
    return List.of(hours, memory, players, acts, timers, watch.remembered()).toString();
  }

  /** How many calls were made in it. */
  long calls() {
    return players.calls();
  }

  Functions functions() {
    return functions;
  }

  /** The dice of whoever is at work: their names make them, so that they always fall the same. */
  Chance chance() {
    return players.actor().map(actor -> actor.chance).orElseThrow();
  }

  @Override
  public Engine engine() {
    return engine;
  }

  @Override
  public Memory memory() {
    return memory;
  }

  @Override
  public Watch watch() {
    return watch;
  }

  @Override
  public Trace trace() {
    return trace;
  }

  @Override
  public Planted planted() {
    return planted;
  }

  @Override
  public Instant now() {
    return hours.clock.now();
  }

  @Override
  public void put(Post.Message message, Instant at) {
    queue.put(message, at);
  }

  @Override
  public void begin(Cast.Role role, Predicate<Actor> work) {
    start(role, work, _ -> {});
  }
}
