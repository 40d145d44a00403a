package dev.stepwise.simulation;

import dev.stepwise.enrollment.EnrollmentId;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The functions that are at work. Only one runs at a time: it is the current one. */
final class Cast {
  private static final Duration SKEW = Duration.ofSeconds(2);

  private final long seed;
  private final Agenda agenda;
  private final Set<Actor> working = new LinkedHashSet<>();
  private final Map<String, Integer> names = new HashMap<>();
  private @Nullable Actor current;

  Cast(long seed, Agenda agenda) {
    this.seed = seed;
    this.agenda = agenda;
  }

  /** Who is to work: its name, for which enrollment, and how long it may take. */
  record Role(String name, @Nullable EnrollmentId concerns, Duration limit) {}

  Optional<Actor> current() {
    return Optional.ofNullable(current);
  }

  /** The same name is given once: a second of that name gets a number. */
  String unique(String name) {
    int count = names.merge(name, 1, Integer::sum);
    return count == 1 ? name : name + "~" + count;
  }

  Chance chance(String name) {
    return Chance.of(seed, name);
  }

  /** Begins work now; {@code after} is told whether it came to its end without a crash. */
  void begin(Role role, Predicate<Actor> work, Consumer<Boolean> after) {
    Actor[] self = new Actor[1];
    Actor actor =
        new Actor(
            role.name(),
            chance(role.name()),
            role.concerns(),
            new Actor.Stage(agenda, role.limit(), SKEW),
            () -> perform(self, work, after));
    self[0] = actor;
    working.add(actor);
    actor.goOn();
  }

  private void perform(Actor[] self, Predicate<Actor> work, Consumer<Boolean> after) {
    Actor actor = self[0];
    boolean done = false;
    try {
      current = actor;
      done = work.test(actor);
    } catch (Crash crash) {
      done = false;
    } finally {
      working.remove(actor);
      current = null;
    }
    after.accept(done);
  }

  /** Time passes for who is current, and others may act meanwhile. */
  void pass(Duration time) {
    Actor actor = current;
    if (actor != null) {
      actor.takes(time);
      current = actor;
    }
  }

  /** The run is over: nobody goes on. */
  void dismiss() {
    Set.copyOf(working).forEach(Actor::dismiss);
  }
}
