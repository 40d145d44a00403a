package dev.stepwise.simulation;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** While it is open nothing is logged: who is told of trouble a million times is told nothing. */
final class Hush implements AutoCloseable {
  private static final Logger SAID = Logger.getLogger("dev.stepwise.usecase");
  private static final AtomicInteger OPEN = new AtomicInteger();

  Hush() {
    if (OPEN.getAndIncrement() == 0) {
      SAID.setLevel(Level.OFF);
    }
  }

  @Override
  public void close() {
    if (OPEN.decrementAndGet() == 0) {
      SAID.setLevel(null);
    }
  }
}
