package dev.stepwise.aws;

import dev.stepwise.StepwiseException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Calls of DynamoDB. A transaction in conflict with another one has failed for no reason of its
 * own: it is tried again after a moment, and never read as a failed condition. Failed conditions
 * pass through; anything else becomes a StepwiseException.
 */
record Backoff(RandomGenerator random) {
  private static final int ATTEMPTS = 8;
  private static final long FIRST_MILLIS = 25;

  <T> T call(String what, Supplier<T> call) {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (ConditionalCheckFailedException e) {
        throw e;
      } catch (SdkException e) {
        if (failedCondition(e)) {
          throw e;
        }
        if (attempt == ATTEMPTS || !conflict(e)) {
          throw new StepwiseException(what + " failed: " + e.getClass().getSimpleName(), e);
        }
        pause(attempt);
      }
    }
  }

  /** Waits a random part of a time that doubles with each attempt. */
  void pause(int attempt) {
    try {
      Thread.sleep(Duration.ofMillis(1 + random.nextLong(FIRST_MILLIS << attempt)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepwiseException("interrupted while waiting for a conflict to pass", e);
    }
  }

  private static boolean failedCondition(SdkException e) {
    return e instanceof TransactionCanceledException cancelled
        && cancelled.cancellationReasons().stream().anyMatch(Backoff::failed);
  }

  /** True when this item's condition is why a transaction was cancelled. */
  static boolean failed(CancellationReason reason) {
    return "ConditionalCheckFailed".equals(reason.code());
  }

  private static boolean conflict(SdkException e) {
    return switch (e) {
      case TransactionConflictException _, TransactionInProgressException _ -> true;
      case TransactionCanceledException cancelled ->
          cancelled.cancellationReasons().stream()
              .noneMatch(reason -> "ValidationError".equals(reason.code()));
      default -> false;
    };
  }
}
