package dev.stepwise.simulation;

import dev.stepwise.memory.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The world of one enrollment in which nothing is left to chance: who goes on next, and what
 * befalls each call and message, is chosen. Calls take no time; time moves when nobody is at work.
 */
final class Maze implements Site {
  private static final Instant START = Instant.parse("2026-11-04T09:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(3));

  final Choices choices;
  final Replies replies = new Replies();
  private final Memory memory = new Memory(new Random(1));
  private final Agenda clock;
  private final List<Player> ready = new ArrayList<>();
  private final List<Later> later = new ArrayList<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final Functions functions = new Functions(this);
  private final MazeQueue queue = new MazeQueue(this);
  private final MazeTimers timers = new MazeTimers(this, functions);
  private final Trace trace;
  private final Watch watch;
  private final Planted planted;
  private final Engine engine;
  private final MazeActs acts;
  private @Nullable Player current;
  private boolean over;
  private long calls;

  /** What comes then, at the earliest. */
  private record Later(Instant at, String name, Runnable what) {
    @Override
    public String toString() {
      return at + " " + name;
    }
  }

  Maze(Plot plot, Choices choices, Planted planted) {
    this.choices = choices;
    this.planted = planted;
    Settled settled = new Settled(memory, this::now);
    trace = new Trace(plot.traced(), this::now, () -> actor().map(a -> a.name).orElse("nobody"));
    watch = new Watch(memory.enrollments(), this::actor, trace, settled);
    clock = new Agenda(START, watch::moved);
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
      over = true;
      List.copyOf(ready).forEach(player -> player.actor.dismiss());
    }
  }

  /** True when what comes next is a choice. */
  private boolean isAtRest() {
    return ready.stream().allMatch(player -> Access.matters(player, ready))
        && later.stream().noneMatch(each -> !each.at().isAfter(now()));
  }

  /** One step: of what nobody can get in the way of, or else any. False when nothing is left. */
  private boolean step() {
    Optional<Later> due = later.stream().filter(each -> !each.at().isAfter(now())).findFirst();
    Optional<Player> free =
        ready.stream().filter(player -> !Access.matters(player, ready)).findFirst();
    if (due.isPresent()) {
      later.remove(due.get());
      due.get().what().run();
      return true;
    }
    if (free.isPresent()) {
      goOn(free.get());
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
    ready.forEach(player -> ways.put(player.actor.name + ": " + player.call, () -> goOn(player)));
    if (ready.isEmpty() && acts.isTimeToPass()) {
      next().ifPresent(at -> ways.put("time passes", () -> pass(at)));
    }
    acts.offered(ready).forEach(act -> ways.put("act " + act, () -> acts.run(act)));
    return ways;
  }

  /** When something comes, or a sweep finds something. */
  private Optional<Instant> next() {
    Instant overdue = Sweeps.overdue(memory.enrollments());
    boolean mails = !memory.inbox().unread(Instant.MAX, 1).isEmpty();
    Instant wanted = mails || overdue.isBefore(now()) ? now() : overdue;
    Instant first = later.stream().map(Later::at).min(Instant::compareTo).orElse(END);
    Instant sweep = wanted.isBefore(END) ? Sweeps.tick(START, wanted.plusMillis(1)) : END;
    return Optional.of(first.isBefore(sweep) ? first : sweep).filter(at -> at.isBefore(END));
  }

  /** Sweeps are held each five minutes; those that find nothing are left out. */
  private void pass(Instant at) {
    clock.moveTo(at);
    if (at.equals(Sweeps.tick(START, at)) && later.stream().noneMatch(l -> l.at().equals(at))) {
      functions.sweep();
    }
  }

  private void goOn(Player player) {
    ready.remove(player);
    lend(player);
  }

  private void lend(Player player) {
    current = player;
    player.actor.goOn();
    current = null;
  }

  /** A player's: stands before its next call. What is called by nobody goes on at once. */
  Optional<Player> stand(String call) {
    Player self = current;
    if (self != null) {
      self.call = call;
      calls++;
      ready.add(self);
      self.actor.callBegins();
      self.actor.stand();
    }
    return Optional.ofNullable(self);
  }

  /** What goes wrong here, if anything does. */
  <T extends Enum<T>> Optional<T> fault(List<T> kinds, String where) {
    String place = actor().map(actor -> actor.place(where)).orElse(where);
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
    later.add(new Later(at, name, what));
  }

  /** Begins work; {@code after} is told whether it came to its end without a crash. */
  void start(Cast.Role role, Predicate<Actor> work, Consumer<Boolean> after) {
    Actor[] self = new Actor[1];
    Actor.Stage stage = new Actor.Stage(clock, role.limit(), Duration.ZERO);
    Chance chance = Chance.of(1, role.name());
    self[0] =
        new Actor(role.name(), chance, role.concerns(), stage, () -> perform(self[0], work, after));
    lend(new Player(self[0]));
  }

  private void perform(Actor actor, Predicate<Actor> work, Consumer<Boolean> after) {
    boolean done = false;
    try {
      done = work.test(actor);
    } catch (Crash crash) {
      done = false;
    }
    if (!over) {
      after.accept(done);
    }
  }

  /** All that decides how it can go on, but for how many more faults there may be. */
  String state() {
    return List.of(now(), memory, sorted(later), sorted(ready), acts, timers, watch.remembered())
        .toString();
  }

  private static List<String> sorted(List<?> things) {
    return things.stream().map(Object::toString).sorted().toList();
  }

  /** How many calls were made in it. */
  long calls() {
    return calls;
  }

  Functions functions() {
    return functions;
  }

  /** The dice of whoever is at work: their names make them, so that they always fall the same. */
  Chance chance() {
    return actor().map(actor -> actor.chance).orElseThrow();
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
    return clock.now();
  }

  @Override
  public void put(Post.Message message, Instant at) {
    queue.put(message, at);
  }

  @Override
  public void begin(Cast.Role role, Predicate<Actor> work) {
    start(role, work, _ -> {});
  }

  private Optional<Actor> actor() {
    return Optional.ofNullable(current).map(player -> player.actor);
  }
}
