package dev.stepwise.aws;

import dev.stepwise.Ids;
import dev.stepwise.StepwiseException;
import dev.stepwise.timer.StepDue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.Target;

/** One-shot schedules of one group that put a wake on the queue and delete themselves. */
record Schedules(SchedulerClient client, String group, Target target) {
  /** EventBridge Scheduler's own limits: it tries for a day, then gives it to the dead letters. */
  private static final int MAX_AGE_SECONDS = 86_400;

  private static final int MAX_ATTEMPTS = 185;
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("'at('yyyy-MM-dd'T'HH:mm:ss')'").withZone(ZoneOffset.UTC);

  void create(StepDue due) {
    try {
      client.createSchedule(r -> request(r, due));
    } catch (ConflictException _) {
      // It is set already: its name says everything that it does.
    } catch (SdkException e) {
      throw new StepwiseException("cannot set the timer " + due.timerName(), e);
    }
  }

  private void request(CreateScheduleRequest.Builder request, StepDue due) {
    Instant second = Instant.ofEpochSecond(due.due().plusNanos(999_999_999).getEpochSecond());
    request
        .groupName(group)
        .name(due.timerName())
        .clientToken(Ids.derived("timer", due.timerName()))
        .scheduleExpression(AT.format(second))
        .scheduleExpressionTimezone("UTC")
        .flexibleTimeWindow(w -> w.mode(FlexibleTimeWindowMode.OFF))
        .actionAfterCompletion(ActionAfterCompletion.DELETE)
        .target(target.toBuilder().input(StepDueJson.write(due)).build());
  }

  static Target target(String queueArn, String roleArn, String deadLetterArn) {
    return Target.builder()
        .arn(queueArn)
        .roleArn(roleArn)
        .retryPolicy(
            p -> p.maximumEventAgeInSeconds(MAX_AGE_SECONDS).maximumRetryAttempts(MAX_ATTEMPTS))
        .deadLetterConfig(d -> d.arn(deadLetterArn))
        .build();
  }
}
