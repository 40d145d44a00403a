package dev.stepwise.local;

import java.util.Optional;

/**
 * Ends this JVM with the process that started it: a signal that ends only Maven would otherwise
 * leave us behind, holding the ports. Polls, for the JDK tells of the end of others' processes
 * late.
 */
final class ParentWatch {
  private static final long EVERY_MILLIS = 250;

  private ParentWatch() {}

  static void start() {
    var parent = parent();
    if (parent.isPresent()) {
      Thread.ofPlatform().daemon().name("parent-watch").start(() -> watch(parent));
    }
  }

  private static void watch(Optional<Long> parent) {
    try {
      while (parent().equals(parent)) {
        Thread.sleep(EVERY_MILLIS);
      }
      System.exit(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Orphans get another parent at once. */
  private static Optional<Long> parent() {
    return ProcessHandle.current().parent().map(ProcessHandle::pid);
  }
}
