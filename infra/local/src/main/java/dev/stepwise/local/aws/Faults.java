package dev.stepwise.local.aws;

/** Faults that the next calls of an operation meet, used up one a call, in order. */
public final class Faults {
  /** What goes wrong with a call. */
  public enum Kind {
    THROTTLE,
    FAIL,
    TIMEOUT_BEFORE,
    TIMEOUT_AFTER,
    CRASH;

    /** Reads the contract's words: throttle, fail, timeoutBefore, timeoutAfter, crash. */
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
  }

  /**
   * Adds faults for the next calls.
   *
   * @param service dynamodb, scheduler, sesv2, s3 or sqs
   * @param operation the API's own name, such as SendEmail
   * @throws IllegalArgumentException for an unknown service or a count below 1
   */
  public void add(String service, String operation, Kind kind, int count) {}
}
