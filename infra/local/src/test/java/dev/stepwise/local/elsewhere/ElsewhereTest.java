package dev.stepwise.local.elsewhere;

import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.SEQUENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.aws.StepDueJson;
import dev.stepwise.booking.Secrets;
import dev.stepwise.booking.Tool;
import dev.stepwise.contract.DeadLettersContract;
import dev.stepwise.contract.PortContracts;
import dev.stepwise.contract.Ports;
import dev.stepwise.contract.TimersContract;
import dev.stepwise.deadletter.DeadLetters;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.local.contract.LocalStore;
import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * The adapters to AWS keep every contract on an endpoint that is not ours: {@code
 * -Daws.endpoint=URL} names it, {@code -Plocalstack} starts one.
 */
@ExtendWith(NotHere.class)
class ElsewhereTest extends PortContracts {
  private static @Nullable Elsewhere place;

  @BeforeAll
  static void reach() {
    place = Place.reached();
  }

  @AfterAll
  static void leave() {
    if (place != null) {
      place.close();
    }
  }

  @Override
  protected Ports empty() {
    return place().empty();
  }

  @Nested
  class Waking extends TimersContract {
    private final LocalStore store = place().empty();

    @Override
    protected Timers timers() {
      return store.aws().timers();
    }

    @Override
    protected List<StepDue> takenBy(Instant instant) {
      return place().taken(store.table()).stream().map(StepDueJson::read).toList();
    }

    @Test
    void a_timer_is_a_schedule_of_its_instant_however_often_it_is_set() {
      StepDue due = new StepDue(new EnrollmentId("e1"), SEQUENCE, 1, 2, 3, NOON.plusSeconds(7200));

      timers().arm(due, NOON);
      timers().arm(due, NOON.plusSeconds(1));

      var group = place().group();
      var set = place().scheduler.listSchedules(list -> list.groupName(group)).schedules();
      assertThat(set).hasSize(1);
      var schedule =
          place().scheduler.getSchedule(get -> get.groupName(group).name(set.getFirst().name()));
      assertThat(schedule.scheduleExpression()).isEqualTo("at(2026-11-02T14:00:00)");
      assertThat(StepDueJson.read(schedule.target().input())).isEqualTo(due);
      assertThat(takenBy(NOON)).isEmpty();
    }
  }

  @Nested
  class BringingBack extends DeadLettersContract {
    private final LocalStore store = place().empty();

    @Override
    protected DeadLetters letters() {
      return store.aws().deadLetters();
    }

    @Override
    protected void lay(String body) {
      String queue = place().queue(store.table() + "-dead");
      place().sqs.sendMessage(message -> message.queueUrl(queue).messageBody(body));
    }

    @Override
    protected List<StepDue> wakesBy(Instant instant) {
      return place().taken(store.table()).stream().map(StepDueJson::read).toList();
    }

    @Override
    protected List<String> eventsBy(Instant instant) {
      return place().taken(store.table() + "-events");
    }

    @Override
    protected List<String> mailsBy(Instant instant) {
      return place().taken(store.table() + "-mails");
    }
  }

  @Test
  void a_stored_mail_is_fetched_and_deleted() {
    byte[] mail = "From: ada@prospect.example\r\n\r\nHi\r\n".getBytes(StandardCharsets.UTF_8);
    place()
        .s3
        .putObject(
            put -> put.bucket(place().bucket()).key("inbound/m1"), RequestBody.fromBytes(mail));
    var mails = place().empty().aws().mailStore();

    assertThat(mails.fetch("m1").orElseThrow().toArray()).isEqualTo(mail);
    mails.delete("m1");
    assertThat(mails.fetch("m1")).isEmpty();
  }

  @Test
  void a_booking_tools_secret_is_read() {
    LocalStore store = place().empty();
    place()
        .ssm
        .putParameter(put ->
            put.name(place().secrets() + "/generic").type(ParameterType.SECURE_STRING).value("g"));

    assertThat(store.aws().bookingSecrets().of(Tool.GENERIC, NOON)).isEqualTo(Secrets.keys("g"));
    assertThat(store.aws().bookingSecrets().of(Tool.CALENDLY, NOON)).isEmpty();
  }

  @Test
  void somebody_is_enrolled_and_gets_a_mail() {
    Journey journey = new Journey(place());

    String enrollment = journey.enrolled();
    journey.wake();

    var after = journey.enrollment();
    assertThat(after.text("id")).isEqualTo(enrollment);
    assertThat(after.objects("timeline"))
        .extracting(entry -> entry.text("type"))
        .contains("enrolled", "sent");
    assertThat(Instant.parse(after.text("nextAt")))
        .isAfter(Instant.now().plus(Duration.ofHours(1)));
  }

  static Elsewhere place() {
    return Objects.requireNonNull(place);
  }
}
