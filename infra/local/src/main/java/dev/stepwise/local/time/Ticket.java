package dev.stepwise.local.time;

/** The requests that ran at one moment. */
public final class Ticket {

  /** Whether all of them have finished. */
  public boolean ready() {
    return true;
  }
}
