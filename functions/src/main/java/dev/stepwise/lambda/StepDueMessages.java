package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import dev.stepwise.StepwiseException;
import dev.stepwise.UnavailableException;
import dev.stepwise.lambda.log.Metrics;
import dev.stepwise.timer.StepDue;
import dev.stepwise.usecase.Fired;
import dev.stepwise.usecase.StepFire;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Works the messages of one batch, each for itself: those that are to come again are reported to
 * SQS as failures. Early ones come again three times and are then dropped, for the write they wait
 * for never came; what fails five times is put before a person, unless what we depend on does not
 * answer: that ends with the dead letters, and the sweep brings it again.
 */
record StepDueMessages(StepFire fire, Function<String, StepDue> reader, Metrics metrics) {
  private static final System.Logger LOG = System.getLogger(StepDueMessages.class.getName());
  private static final int EARLY_RECEIVES = 3;
  private static final int FAILED_RECEIVES = 5;

  SQSBatchResponse work(Events.Sqs batch, Context context) {
    List<BatchItemFailure> again =
        batch.records().stream()
            .filter(message -> comesAgain(message, context))
            .map(message -> new BatchItemFailure(message.messageId()))
            .toList();
    return new SQSBatchResponse(again);
  }

  private boolean comesAgain(Events.Message message, Context context) {
    StepDue due;
    try {
      due = reader.apply(message.body());
    } catch (RuntimeException unreadable) {
      LOG.log(Level.ERROR, "message " + message.messageId() + " is unreadable", unreadable);
      return true;
    }
    try {
      Fired fired = fire.fire(due, () -> Duration.ofMillis(context.getRemainingTimeInMillis()));
      LOG.log(Level.INFO, "{0} step {1}: {2}", due.enrollment(), due.step(), fired);
      count(due, fired);
      return switch (fired) {
        case EARLY -> message.receives() <= EARLY_RECEIVES;
        case NO_TIME -> true;
        case SENT,
            TASK_CREATED,
            STALE,
            REARMED,
            IN_FLIGHT,
            READING,
            POSTPONED,
            PAUSED,
            EXPIRED,
            FAILED,
            STOPPED,
            UNKNOWN,
            DECIDED ->
            false;
      };
    } catch (RuntimeException trouble) {
      LOG.log(Level.ERROR, due.enrollment() + " step " + due.step() + " failed", trouble);
      return trouble instanceof UnavailableException
          || message.receives() < FAILED_RECEIVES
          || !gaveUp(due, trouble);
    }
  }

  private void count(StepDue due, Fired fired) {
    metrics.count("StepsFired", fired.name().toLowerCase(Locale.ROOT));
    if (fired == Fired.SENT || fired == Fired.TASK_CREATED) {
      metrics.millis("Lateness", Duration.between(due.due(), metrics.clock().instant()).toMillis());
    }
  }

  /** Our own exceptions name what is wrong, and no person. */
  private static String reason(RuntimeException trouble) {
    return trouble instanceof StepwiseException
        ? String.valueOf(trouble.getMessage())
        : trouble.getClass().getSimpleName();
  }

  private boolean gaveUp(StepDue due, RuntimeException trouble) {
    try {
      fire.giveUp(due, "failed " + FAILED_RECEIVES + " times: " + reason(trouble));
      return true;
    } catch (RuntimeException second) {
      LOG.log(Level.ERROR, due.enrollment() + " could not be marked as failed", second);
      return false;
    }
  }
}
