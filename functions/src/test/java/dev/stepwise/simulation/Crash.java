package dev.stepwise.simulation;

/** A function is gone, between one line and the next: no code of ours catches this. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash(String why) {
    super(why, null, false, false);
  }
}
