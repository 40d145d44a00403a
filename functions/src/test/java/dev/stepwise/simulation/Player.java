package dev.stepwise.simulation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A function at work in a maze: it stands before its next call until it is let go on. */
final class Player {
  final Actor actor;

  /** The port and the method that it calls next. */
  String call = "";

  private long heard;

  Player(Actor actor) {
    this.actor = actor;
  }

  /** What it is answered: beside its beginning, all that decides what it does next. */
  void hears(@Nullable Object answer) {
    heard = heard * 0x9E3779B97F4A7C15L + Objects.hashCode(answer) + 1;
  }

  @Override
  public String toString() {
    return actor.name + " " + call + " " + heard;
  }
}
