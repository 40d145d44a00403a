package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

class LostTimersTest {
  @RegisterExtension static final Running RUNNING = new Running();

  /** Late by two minutes counts as lost, and a sweep comes every five. */
  private static final Duration SWEPT = Duration.ofMinutes(7);

  @Test
  void an_enrollment_whose_timer_is_deleted_moves_with_the_sweep() {
    var stepwise = RUNNING.stepwise();
    var id = stepwise.enroll(twoMails(), contact("deleted@timer.example"));
    stepwise.settle();
    var due = stepwise.now().plus(Duration.ofDays(1));

    timersOf(id).forEach(LostTimersTest::delete);
    assertThat(timersOf(id)).isEmpty();
    stepwise.advance("P3D");

    assertMovedBySweep("deleted@timer.example", due);
  }

  @Test
  void an_enrollment_whose_timer_could_not_be_set_moves_with_the_sweep() {
    var stepwise = RUNNING.stepwise();
    var id = stepwise.enroll(twoMails(), contact("unset@timer.example"));
    var due = stepwise.now().plus(Duration.ofDays(1));
    stepwise.settle();

    var third = stepwise.sequence(List.of(email("PT0S", "One"), email("P1D", "Two")));
    stepwise.fault("CreateSchedule", "fail", 3);
    var other = stepwise.enroll(third, contact("unset2@timer.example"));
    stepwise.settle();
    assertThat(timersOf(id)).hasSize(1);
    assertThat(timersOf(other)).isEmpty();
    stepwise.advance("P3D");

    assertThat(stepwise.mails("unset@timer.example")).hasSize(2);
    assertMovedBySweep("unset2@timer.example", due);
  }

  @Test
  void a_contact_whose_first_timer_cannot_be_set_is_rejected_whole() {
    var stepwise = RUNNING.stepwise();
    var sequence = stepwise.sequence(List.of(email("P1D", "One")));
    stepwise.fault("CreateSchedule", "fail", 3);

    var result = stepwise.tryEnroll(sequence, contact("first@timer.example")).getFirst();

    assertThat(result.text("status")).isEqualTo("rejected");
    assertThat(stepwise.rep.list("/enrollments?contact=first@timer.example")).isEmpty();
    stepwise.enroll(sequence, contact("first@timer.example"));
    stepwise.advance("P2D");
    assertThat(stepwise.mails("first@timer.example")).hasSize(1);
  }

  private static void assertMovedBySweep(String address, Instant due) {
    var times = RUNNING.stepwise().mailTimes(address);
    assertThat(times).hasSize(2);
    assertThat(Instant.parse(times.getLast())).isBetween(due, due.plus(SWEPT));
  }

  private static List<JsonObject> timersOf(String enrollment) {
    return RUNNING.stepwise().timers().stream()
        .filter(timer -> timer.text("input").contains(enrollment))
        .toList();
  }

  private static void delete(JsonObject timer) {
    var endpoint = RUNNING.aws().getOrDefault("scheduler", URI.create("http://nowhere.invalid"));
    try (var scheduler = SchedulerClient.builder().endpointOverride(endpoint).build()) {
      var _ = scheduler.deleteSchedule(r -> r.groupName("stepwise-steps").name(timer.text("name")));
    }
  }

  private static String twoMails() {
    return RUNNING.stepwise().sequence(List.of(email("PT0S", "One"), email("P1D", "Two")));
  }
}
