package dev.stepwise.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is at work in a maze. Only one goes on at a time; all others stand before a call. */
final class Players {
  private final List<Player> ready = new ArrayList<>();
  private @Nullable Player current;
  private boolean over;
  private long calls;

  /** Begins work; {@code after} is told whether it came to its end without a crash. */
  void start(Cast.Role role, Agenda clock, Predicate<Actor> work, Consumer<Boolean> after) {
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

  /** Lets one of those who stand go on, to its next call or to its end. */
  void goOn(Player player) {
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

  List<Player> ready() {
    return ready;
  }

  /** One of those whom nobody can get in the way of. */
  Optional<Player> free() {
    return ready.stream().filter(player -> !Access.matters(player, ready)).findFirst();
  }

  Optional<Actor> actor() {
    return Optional.ofNullable(current).map(player -> player.actor);
  }

  /** How many calls were made. */
  long calls() {
    return calls;
  }

  /** The run is over: nobody goes on. */
  void dismiss() {
    over = true;
    List.copyOf(ready).forEach(player -> player.actor.dismiss());
  }

  @Override
  public String toString() {
    return ready.stream().map(Player::toString).sorted().toList().toString();
  }
}
