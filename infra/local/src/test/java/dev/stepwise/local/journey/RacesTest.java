package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.SqsClient;

class RacesTest {
  @RegisterExtension static final Running RUNNING = new Running();

  private static final int ROUNDS = 25;
  private static final int PEOPLE = 20;

  @Test
  void of_two_calls_that_enroll_one_person_at_once_one_does() {
    var stepwise = RUNNING.stepwise();
    var sequence = twoMails();

    for (int round = 0; round < ROUNDS; round++) {
      var who = contact("both" + round + "@race.example");
      Callable<String> enroll = () -> stepwise.tryEnroll(sequence, who).getFirst().text("status");
      assertThat(atOnce(List.of(enroll, enroll))).containsExactlyInAnyOrder("enrolled", "skipped");
    }
    stepwise.advance("P3D");

    for (int round = 0; round < ROUNDS; round++) {
      assertThat(stepwise.mails("both" + round + "@race.example")).hasSize(2);
      assertThat(stepwise.rep.list("/enrollments?contact=both" + round + "@race.example"))
          .hasSize(1);
    }
  }

  @Test
  void a_timers_message_that_comes_three_times_sends_one_mail() {
    var stepwise = RUNNING.stepwise();
    var id = stepwise.enroll(twoMails(), contact("thrice@race.example"));
    stepwise.settle();
    var timer = timerOf(id);

    // Moments before the timer: a clock that is a little fast must not send twice either.
    stepwise.advanceTo(Instant.parse(timer.text("at")).minusSeconds(2).toString());
    deliver(timer, 2);
    stepwise.settle();
    stepwise.advance("PT1H");
    deliver(timer, 2);
    stepwise.advance("P30D");

    assertThat(stepwise.mails("thrice@race.example")).hasSize(2);
    assertThat(stepwise.told(id)).containsExactly("enrolled", "sent", "sent", "finished");
  }

  @Test
  void a_stop_that_races_with_the_mail_is_a_stop_and_the_timeline_tells_which_mail_left() {
    var stepwise = RUNNING.stepwise();
    var sequence =
        stepwise.sequence(
            List.of(email("PT0S", "One"), email("P1D", "Two"), email("P1D", "Three")));
    var ids =
        IntStream.range(0, PEOPLE)
            .mapToObj(n -> stepwise.enroll(sequence, contact("stop" + n + "@race.example")))
            .toList();
    stepwise.settle();

    var calls = new ArrayList<Callable<String>>();
    calls.add(() -> stepwise.advance("P1D").toString());
    ids.forEach(id -> calls.add(() -> stepwise.move(id, "stop").text("state")));
    assertThat(atOnce(calls)).filteredOn(text -> text.equals("stopped")).hasSize(PEOPLE);
    stepwise.advance("P30D");

    for (int n = 0; n < PEOPLE; n++) {
      var enrollment = stepwise.enrollment(ids.get(n));
      var told = stepwise.told(ids.get(n));
      var mails = stepwise.mails("stop" + n + "@race.example");
      assertThat(enrollment.text("state")).isEqualTo("stopped");
      assertThat(enrollment.text("reason")).isEqualTo("stopped_by_user");
      assertThat(told).filteredOn("stopped"::equals).hasSize(1);
      assertThat(mails).hasSize(Collections.frequency(told, "sent")).hasSizeBetween(1, 2);
    }
  }

  @Test
  void a_repeated_request_with_its_key_finds_what_the_first_one_did() {
    var stepwise = RUNNING.stepwise();
    var path = "/sequences/" + twoMails() + "/enrollments";
    var body = Map.of("sender", Stepwise.REP, "contacts", List.of(contact("key@race.example")));
    var other = Map.of("sender", Stepwise.REP, "contacts", List.of(contact("lock@race.example")));

    var first = stepwise.rep.post(path, body, "idempotency-key", "monday").is(200);
    stepwise.advance("PT12H");
    var again = stepwise.rep.post(path, body, "idempotency-key", "monday").is(200);
    var misused = stepwise.rep.post(path, other, "idempotency-key", "monday").is(409);
    stepwise.settle();

    assertThat(again.text()).isEqualTo(first.text()).contains("\"enrolled\"");
    assertThat(misused.json().text("detail")).contains("Idempotency-Key");
    assertThat(stepwise.mails("key@race.example")).hasSize(1);
    assertThat(stepwise.mails("lock@race.example")).isEmpty();
    assertThat(stepwise.rep.list("/enrollments?contact=lock@race.example")).isEmpty();
  }

  @Test
  void a_sequence_that_is_created_twice_under_one_key_is_one() {
    var stepwise = RUNNING.stepwise();
    var body = Map.of("name", "Once", "owner", Stepwise.REP, "steps", List.of(email("PT0S", "1")));

    var first = stepwise.rep.post("/sequences", body, "idempotency-key", "once").is(201).json();
    var again = stepwise.rep.post("/sequences", body, "idempotency-key", "once").is(201).json();

    assertThat(again.text("id")).isEqualTo(first.text("id"));
  }

  private static String twoMails() {
    return RUNNING.stepwise().sequence(List.of(email("PT0S", "One"), email("P1D", "Two")));
  }

  private static JsonObject timerOf(String enrollment) {
    return RUNNING.stepwise().timers().stream()
        .filter(timer -> timer.text("input").contains(enrollment))
        .findFirst()
        .orElseThrow();
  }

  /** Puts a timer's own message on its queue, as a Scheduler that repeats itself would. */
  private static void deliver(JsonObject timer, int times) {
    var arn = timer.text("target");
    var name = arn.substring(arn.lastIndexOf(':') + 1);
    var endpoint = RUNNING.aws().getOrDefault("sqs", URI.create("http://nowhere.invalid"));
    try (var sqs = SqsClient.builder().endpointOverride(endpoint).build()) {
      var url = sqs.getQueueUrl(r -> r.queueName(name)).queueUrl();
      for (int i = 0; i < times; i++) {
        sqs.sendMessage(r -> r.queueUrl(url).messageBody(timer.text("input")));
      }
    }
  }

  /** Starts all at the same moment and waits for all. */
  private static List<String> atOnce(List<Callable<String>> calls) {
    var barrier = new CyclicBarrier(calls.size());
    List<Future<String>> running;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      running =
          calls.stream()
              .map(call ->
                  threads.submit(() -> {
                    barrier.await();
                    return call.call();
                  }))
              .toList();
    }
    return running.stream().map(Future::resultNow).toList();
  }
}
