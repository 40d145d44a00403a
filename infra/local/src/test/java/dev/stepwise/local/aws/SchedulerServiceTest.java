package dev.stepwise.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.Target;
import software.amazon.awssdk.services.scheduler.model.ValidationException;

class SchedulerServiceTest {
  private static AwsUnderTest local;
  private static SchedulerClient scheduler;

  @BeforeAll
  static void start() {
    local = AwsUnderTest.inMemory();
    scheduler = local.scheduler();
  }

  @AfterAll
  static void stop() {
    scheduler.close();
    local.close();
  }

  @Test
  void a_timer_puts_its_input_on_its_queue_at_its_instant_and_is_gone() {
    var at = nextHour();
    create("once", at, r -> {});

    local.agenda.advanceTo(at.minusSeconds(1));
    assertThat(local.aws.scheduler().timers())
        .contains(new Timer("once", at, local.aws.sqs().arn("work"), "{\"for\":\"once\"}"));
    assertThat(local.drain("work")).isEmpty();
    local.agenda.advanceTo(at);

    assertThat(local.drain("work"))
        .extracting(m -> m.body(), m -> m.sentAt())
        .contains(tuple("{\"for\":\"once\"}", at));
    assertThatThrownBy(() -> scheduler.getSchedule(g -> g.groupName("steps").name("once")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void the_same_request_sent_again_succeeds_and_another_conflicts() {
    create("twice", nextHour(), r -> r.clientToken("one"));

    create("twice", nextHour(), r -> r.clientToken("one"));

    assertThatThrownBy(() -> create("twice", nextHour(), r -> r.clientToken("two")))
        .isInstanceOf(ConflictException.class);
    assertThat(local.aws.scheduler().timers()).filteredOn(t -> t.name().equals("twice")).hasSize(1);
  }

  @Test
  void a_schedule_tells_what_it_was_made_of() {
    create("told", nextHour(), r -> r.description("a step"));

    var told = scheduler.getSchedule(g -> g.groupName("steps").name("told"));

    assertThat(told.description()).isEqualTo("a step");
    assertThat(told.scheduleExpression()).isEqualTo(expression(nextHour()));
    assertThat(told.target().input()).isEqualTo("{\"for\":\"told\"}");
    assertThat(told.creationDate()).isEqualTo(local.clock.now());
    assertThat(told.arn()).endsWith("schedule/steps/told");
  }

  @Test
  void an_update_replaces_every_field() {
    create("moved", nextHour(), r -> r.description("before"));
    var later = nextHour().plus(Duration.ofDays(1));

    scheduler.updateSchedule(u ->
        u.groupName("steps")
            .name("moved")
            .scheduleExpression(expression(later))
            .flexibleTimeWindow(w -> w.mode(FlexibleTimeWindowMode.OFF))
            .target(target("moved")));

    var told = scheduler.getSchedule(g -> g.groupName("steps").name("moved"));
    assertThat(told.description()).isNull();
    assertThat(told.actionAfterCompletion()).isEqualTo(ActionAfterCompletion.NONE);
    assertThat(local.aws.scheduler().timers())
        .filteredOn(t -> t.name().equals("moved"))
        .extracting(Timer::at)
        .containsExactly(later);
  }

  @Test
  void a_deleted_timer_never_comes() {
    create("deleted", nextHour(), r -> {});

    scheduler.deleteSchedule(d -> d.groupName("steps").name("deleted"));

    assertThat(local.aws.scheduler().timers()).noneMatch(t -> t.name().equals("deleted"));
    assertThatThrownBy(() -> scheduler.deleteSchedule(d -> d.groupName("steps").name("deleted")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void what_cannot_be_delivered_is_told_to_the_dead_letter_queue_as_the_call_that_failed() {
    var gone = target("undelivered").toBuilder().arn(local.aws.sqs().arn("gone")).build();
    create("undelivered", nextHour(), r -> r.target(gone));

    local.agenda.advance(Duration.ofHours(2));

    assertThat(local.drain("dead"))
        .extracting(Message::body)
        .contains(
            "{\"MessageBody\":\"{\\\"for\\\":\\\"undelivered\\\"}\",\"QueueUrl\":\"%s\"}"
                .formatted(local.aws.sqs().url("gone")));
  }

  @Test
  void what_aws_refuses_is_refused() {
    refused(ResourceNotFoundException.class, r -> r.groupName("none"));
    refused(ValidationException.class, r -> r.name("a b"));
    refused(ValidationException.class, r -> r.name("x".repeat(65)));
    refused(ValidationException.class, r -> r.scheduleExpression("at(2026-11-02T10:00)"));
    refused(ValidationException.class, r -> r.scheduleExpression("at(2026-02-30T10:00:00)"));
    refused(ValidationException.class, r -> r.scheduleExpressionTimezone("Europe/Rome"));
    refused(
        ValidationException.class,
        r ->
            r.target(
                target("x").toBuilder().retryPolicy(p -> p.maximumRetryAttempts(186)).build()));
  }

  private static void refused(
      Class<? extends Throwable> type, Consumer<CreateScheduleRequest.Builder> change) {
    assertThatThrownBy(() -> create("refused", nextHour(), change)).isInstanceOf(type);
  }

  private static void create(
      String name, Instant at, Consumer<CreateScheduleRequest.Builder> change) {
    scheduler.createSchedule(r ->
        r.groupName("steps")
            .name(name)
            .scheduleExpression(expression(at))
            .flexibleTimeWindow(w -> w.mode(FlexibleTimeWindowMode.OFF))
            .actionAfterCompletion(ActionAfterCompletion.DELETE)
            .target(target(name))
            .applyMutation(change));
  }

  private static Target target(String name) {
    return Target.builder()
        .arn(local.aws.sqs().arn("work"))
        .roleArn("arn:aws:iam::000000000000:role/schedule")
        .input("{\"for\":\"" + name + "\"}")
        .deadLetterConfig(d -> d.arn(local.aws.sqs().arn("dead")))
        .retryPolicy(p -> p.maximumRetryAttempts(185).maximumEventAgeInSeconds(86_400))
        .build();
  }

  private static Instant nextHour() {
    return local.clock.now().plus(Duration.ofHours(1));
  }

  private static String expression(Instant at) {
    return "at(" + at.toString().replace("Z", "") + ")";
  }
}
