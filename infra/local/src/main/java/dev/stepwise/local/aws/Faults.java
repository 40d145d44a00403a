package dev.stepwise.local.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Faults that the next calls of an operation meet, used up one a call, in the order they were
 * added.
 */
public final class Faults {
  private static final Set<String> SERVICES =
      Set.of("dynamodb", "scheduler", "sesv2", "s3", "sqs", "ssm");
  private static final int CRASHED = 137;

  /** What goes wrong with a call. */
  public enum Kind {
    /** Nothing. */
    NONE,
    /** The service's own "slow down", without effect. */
    THROTTLE,
    /** HTTP 500, without effect. */
    FAIL,
    /** The connection is cut without effect. */
    TIMEOUT_BEFORE,
    /** The connection is cut after the effect. */
    TIMEOUT_AFTER,
    /** The process ends before the effect. */
    CRASH;

    /**
     * Reads the contract's words: throttle, fail, timeoutBefore, timeoutAfter, crash.
     *
     * @throws IllegalArgumentException for any other
     */
    public static Kind of(String word) {
      return switch (word) {
        case "throttle" -> THROTTLE;
        case "fail" -> FAIL;
        case "timeoutBefore" -> TIMEOUT_BEFORE;
        case "timeoutAfter" -> TIMEOUT_AFTER;
        case "crash" -> CRASH;
        default ->
            throw new IllegalArgumentException(
                "kind must be throttle, fail, timeoutBefore, timeoutAfter or crash, was " + word);
      };
    }

    /** Whether the call is answered without effect. */
    public boolean endsBefore() {
      return this == THROTTLE || this == FAIL || this == CRASH;
    }
  }

  private final Map<String, Deque<Kind>> waiting = new ConcurrentHashMap<>();
  private final Runnable crash;

  /** Faults whose crash ends the process at once, as kill -9 would. */
  public Faults() {
    this(() -> Runtime.getRuntime().halt(CRASHED));
  }

  /** Faults with another end; should it return, the call fails with HTTP 500. */
  public Faults(Runnable crash) {
    this.crash = crash;
  }

  /**
   * Adds faults for the next calls.
   *
   * @param service dynamodb, scheduler, sesv2, s3, sqs or ssm
   * @param operation the API's own name, such as SendEmail
   * @throws IllegalArgumentException for an unknown service or a count below 1
   */
  public void add(String service, String operation, Kind kind, int count) {
    if (!SERVICES.contains(service)) {
      throw new IllegalArgumentException("service must be one of " + SERVICES + ", was " + service);
    }
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, was " + count);
    }
    var queue = waiting.computeIfAbsent(key(service, operation), key -> new ArrayDeque<>());
    synchronized (queue) {
      for (var i = 0; i < count; i++) {
        queue.add(kind);
      }
    }
  }

  /** Uses up the next fault of an operation; a crash happens here. */
  public Kind next(String service, String operation) {
    var queue = waiting.get(key(service, operation));
    if (queue == null) {
      return Kind.NONE;
    }
    Kind kind;
    synchronized (queue) {
      kind = queue.isEmpty() ? Kind.NONE : queue.remove();
    }
    if (kind == Kind.CRASH) {
      crash.run();
    }
    return kind;
  }

  private static String key(String service, String operation) {
    return service + "." + operation;
  }
}
