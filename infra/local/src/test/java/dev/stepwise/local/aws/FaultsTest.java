package dev.stepwise.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stepwise.local.aws.Faults.Kind;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;

class FaultsTest {
  private static AwsUnderTest local;
  private static List<Target> targets;

  /** One operation of each service, and how often it took effect. */
  record Target(String service, String operation, Runnable call, LongSupplier effects) {
    @Override
    public String toString() {
      return service;
    }
  }

  @BeforeAll
  static void start() {
    local = AwsUnderTest.inMemory();
    var dynamodb = local.dynamodb();
    var scheduler = local.scheduler();
    var ses = local.ses();
    var sqs = local.sqs();
    var s3 = local.s3();
    targets =
        List.of(
            new Target(
                "dynamodb",
                "PutItem",
                () -> DynamoDbServiceTest.put(dynamodb, "k" + System.nanoTime()),
                () -> dynamodb.scan(s -> s.tableName("table")).count()),
            new Target(
                "scheduler",
                "CreateSchedule",
                () ->
                    scheduler.createSchedule(r ->
                        r.name("t" + System.nanoTime())
                            .scheduleExpression("at(2026-12-01T09:00:00)")
                            .flexibleTimeWindow(w -> w.mode(FlexibleTimeWindowMode.OFF))
                            .target(t ->
                                t.arn(local.aws.sqs().arn("work"))
                                    .roleArn("arn:aws:iam::000000000000:role/r"))),
                () -> local.aws.scheduler().timers().size()),
            new Target(
                "sesv2",
                "SendEmail",
                () ->
                    ses.sendEmail(r ->
                        r.fromEmailAddress("rep@example.com")
                            .destination(d -> d.toAddresses("a@acme.test"))
                            .content(c ->
                                c.simple(m ->
                                    m.subject(s -> s.data("s"))
                                        .body(b -> b.text(t -> t.data("t")))))),
                () -> local.aws.ses().outbox().size()),
            new Target(
                "sqs",
                "SendMessage",
                () ->
                    sqs.sendMessage(m -> m.queueUrl(local.aws.sqs().url("work")).messageBody("m")),
                () -> local.aws.sqs().counts("work").visible()),
            new Target(
                "s3",
                "PutObject",
                () ->
                    s3.putObject(
                        p -> p.bucket("mails").key("k" + System.nanoTime()),
                        RequestBody.fromString("x")),
                () -> local.aws.s3().list("mails", "", "", 1000).size()));
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  static Stream<Target> targets() {
    return targets.stream();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_throttled_call_has_no_effect_and_is_known_as_throttling(Target target) {
    fails(target, Kind.THROTTLE, 0)
        .isInstanceOfSatisfying(
            AwsServiceException.class, e -> assertThat(e.isThrottlingException()).isTrue());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_failed_call_has_no_effect_and_is_a_server_error(Target target) {
    fails(target, Kind.FAIL, 0)
        .isInstanceOfSatisfying(
            AwsServiceException.class, e -> assertThat(e.statusCode()).isEqualTo(500));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_connection_cut_before_has_no_effect(Target target) {
    fails(target, Kind.TIMEOUT_BEFORE, 0).isInstanceOf(SdkClientException.class);
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_connection_cut_after_has_had_its_effect(Target target) {
    fails(target, Kind.TIMEOUT_AFTER, 1).isInstanceOf(SdkClientException.class);
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_crash_comes_before_the_effect(Target target) {
    var before = local.crashes.get();

    fails(target, Kind.CRASH, 0).isNotNull();

    assertThat(local.crashes).hasValue(before + 1);
  }

  @Test
  void faults_are_used_up_in_order() {
    var faults = new Faults(() -> {});
    faults.add("sqs", "SendMessage", Kind.FAIL, 2);
    faults.add("sqs", "SendMessage", Kind.THROTTLE, 1);

    assertThat(Stream.generate(() -> faults.next("sqs", "SendMessage")).limit(4))
        .containsExactly(Kind.FAIL, Kind.FAIL, Kind.THROTTLE, Kind.NONE);
    assertThat(faults.next("sqs", "DeleteMessage")).isEqualTo(Kind.NONE);
  }

  @Test
  void unknown_services_kinds_and_counts_are_refused() {
    var faults = new Faults(() -> {});

    assertThatThrownBy(() -> faults.add("ses", "SendEmail", Kind.FAIL, 1))
        .hasMessageContaining("sesv2");
    assertThatThrownBy(() -> faults.add("sesv2", "SendEmail", Kind.FAIL, 0))
        .hasMessageContaining("count");
    assertThatThrownBy(() -> Kind.of("timeout")).hasMessageContaining("timeoutBefore");
    assertThat(Kind.of("timeoutAfter")).isEqualTo(Kind.TIMEOUT_AFTER);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> fails(
      Target target, Kind kind, int effects) {
    var before = target.effects().getAsLong();
    local.aws.faults().add(target.service(), target.operation(), kind, 1);

    var failure = catchThrowable(target.call()::run);

    assertThat(target.effects().getAsLong()).isEqualTo(before + effects);
    return assertThat(failure);
  }
}
