package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.JsonObject;
import dev.stepwise.local.template.Surroundings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What no attempt could work comes back by one command. */
class DeadLettersTest {
  @RegisterExtension static final Running RUNNING = new Running();

  /** A message is received six times, and the SDK tries each call three times. */
  private static final int EVERY_TRY = 6 * 3;

  @Test
  void a_report_that_nobody_could_hear_is_heard_after_all() {
    var stepwise = RUNNING.stepwise();
    var id = stepwise.enroll(twoMails(), contact("bounce+dead.pt1h@simulator.amazonses.com"));
    stepwise.advance("PT30M");
    stepwise.fault("GetItem", "fail", EVERY_TRY);
    stepwise.advance("PT2H");
    assertThat(deadLetters()).isEqualTo(1);
    assertThat(stepwise.told(id)).doesNotContain("bounced");

    var answer = redrive();
    stepwise.settle();

    assertThat(answer).isEqualTo("{\"queuedAgain\":1,\"stale\":0,\"left\":0}");
    assertThat(deadLetters()).isZero();
    assertThat(stepwise.told(id)).contains("bounced");
    assertThat(stepwise.enrollment(id).text("reason")).isEqualTo("bounced");
  }

  @Test
  void of_wakes_only_those_come_back_that_still_mean_something() {
    var stepwise = RUNNING.stepwise();
    var going = stepwise.enroll(twoMails(), contact("going@dead.example"));
    var ended = stepwise.enroll(twoMails(), contact("ended@dead.example"));
    stepwise.settle();
    var due = timerOf(going).text("at");
    giveUp(timerOf(going));
    giveUp(timerOf(ended));
    stepwise.move(ended, "stop");
    lay("what is this?");

    assertThat(redrive()).isEqualTo("{\"queuedAgain\":1,\"stale\":1,\"left\":1}");
    stepwise.advance("P2D");

    assertThat(stepwise.mailTimes("going@dead.example")).hasSize(2).last().isEqualTo(due);
    assertThat(stepwise.mails("ended@dead.example")).hasSize(1);
    assertThat(redrive()).isEqualTo("{\"queuedAgain\":0,\"stale\":0,\"left\":1}");
    purge();
  }

  private static String twoMails() {
    return RUNNING.stepwise().sequence(List.of(email("PT0S", "One"), email("P1D", "Two")));
  }

  private static String redrive() {
    return RUNNING.stepwise().rep.post("/_local/invoke/RedriveFunction").is(200).text();
  }

  private static JsonObject timerOf(String enrollment) {
    return RUNNING.stepwise().timers().stream()
        .filter(timer -> timer.text("input").contains(enrollment))
        .findFirst()
        .orElseThrow();
  }

  /** As Scheduler does when the queue has refused it for a day: it tells the call that failed. */
  private static void giveUp(JsonObject timer) {
    try (var scheduler = SchedulerClient.create()) {
      var _ = scheduler.deleteSchedule(r -> r.groupName("stepwise-steps").name(timer.text("name")));
    }
    lay(Bodies.text(Map.of("MessageBody", timer.text("input"), "QueueUrl", "the step-due queue")));
  }

  private static void lay(String body) {
    try (var sqs = SqsClient.create()) {
      sqs.sendMessage(r -> r.queueUrl(url(sqs)).messageBody(body));
    }
  }

  private static void purge() {
    try (var sqs = SqsClient.create()) {
      var _ = sqs.purgeQueue(r -> r.queueUrl(url(sqs)));
    }
  }

  private static int deadLetters() {
    try (var sqs = SqsClient.create()) {
      var count = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
      var counts = sqs.getQueueAttributes(r -> r.queueUrl(url(sqs)).attributeNames(count));
      return Integer.parseInt(counts.attributes().getOrDefault(count, "-1"));
    }
  }

  private static String url(SqsClient sqs) {
    return sqs.getQueueUrl(r -> r.queueName(Surroundings.STACK + "-DeadLetterQueue")).queueUrl();
  }
}
