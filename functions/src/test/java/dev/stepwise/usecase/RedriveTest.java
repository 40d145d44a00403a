package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.StepwiseException;
import dev.stepwise.contract.Fixtures;
import dev.stepwise.deadletter.Errand;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.mail.SendResult;
import dev.stepwise.memory.MemoryDeadLetters;
import dev.stepwise.memory.MemoryDeadLetters.Back;
import dev.stepwise.timer.StepDue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedriveTest extends UseCaseTest {
  private static final String POISON = "poison";

  private final MemoryDeadLetters letters = new MemoryDeadLetters();
  private final Map<String, Errand> errands = new HashMap<>();
  private final Redrive redrive =
      new Redrive(letters, this::read, world.memory.enrollments(), () -> world.now);

  @Test
  void a_wake_that_is_still_meant_comes_back_and_does_its_step() {
    enrolled();
    layWake(wake());
    world.later(Duration.ofHours(2));

    assertThat(redrive.redrive()).isEqualTo(new Redrive.Done(1, 0, 0));

    world.fire(onlyWake());
    assertThat(world.fired).containsExactly(Fired.SENT);
    assertThat(letters.lying()).isEmpty();
  }

  @Test
  void the_wake_of_a_step_that_was_done_meanwhile_is_dropped() {
    enrolled();
    StepDue due = wake();
    world.fire(due);
    layWake(due);

    assertThat(redrive.redrive()).isEqualTo(new Redrive.Done(0, 1, 0));
    assertThat(letters.lying()).isEmpty();
    assertThat(wakes()).isEmpty();
  }

  @Test
  void the_wake_of_somebody_who_was_stopped_or_never_was_is_dropped() {
    EnrollmentId id = enrolled();
    StepDue due = wake();
    done(world.move.stop(id, StopReason.STOPPED_BY_USER, world.admin()));
    layWake(due);
    layWake(of(due, new EnrollmentId("nobody"), due.generation()));

    assertThat(redrive.redrive()).isEqualTo(new Redrive.Done(0, 2, 0));
  }

  @Test
  void what_cannot_be_judged_keeps_nothing_else_from_coming_back() {
    enrolled();
    StepDue due = wake();
    letters.lay(POISON);
    layWake(due);
    world.later(Duration.ofHours(2));

    assertThat(redrive.redrive()).isEqualTo(new Redrive.Done(1, 0, 1));
    assertThat(letters.lying()).hasSize(1);
  }

  @Test
  void the_wake_of_a_write_that_never_came_is_dropped() {
    EnrollmentId id = enrolled();
    StepDue due = wake();
    layWake(of(due, id, due.generation() + 1));

    assertThat(redrive.redrive()).isEqualTo(new Redrive.Done(0, 1, 0));
  }

  @Test
  void an_enrollment_that_has_failed_waits_for_its_retry_instead() {
    EnrollmentId id = enrolled();
    StepDue due = wake();
    world.fire.giveUp(due, "a defect");
    layWake(due);

    assertThat(redrive.redrive()).isEqualTo(new Redrive.Done(0, 1, 0));
    assertThat(state(id)).isEqualTo("failed");
  }

  @Test
  void an_open_claim_is_looked_after_even_if_its_enrollment_has_ended() {
    EnrollmentId id = enrolled();
    StepDue due = wake();
    world.memory.mailer().refuseNext(new SendResult.Unknown("time-out"));
    world.fire(due);
    done(world.move.stop(id, StopReason.STOPPED_BY_USER, world.admin()));
    layWake(due);
    world.later(Duration.ofHours(1));

    assertThat(redrive.redrive()).isEqualTo(new Redrive.Done(1, 0, 0));

    world.fire(onlyWake());
    assertThat(world.enrollment(id).claim()).isNull();
  }

  @Test
  void reports_and_mails_come_back_on_their_own_queues_and_what_is_unreadable_is_left() {
    lay("event", new Errand.MailEvent());
    lay("mail", new Errand.InboundMail());
    letters.lay("what is this?");

    assertThat(redrive.redrive()).isEqualTo(new Redrive.Done(2, 0, 1));

    assertThat(seen(Errand.MailEvent.class, Fixtures.NOON)).isEqualTo(1);
    assertThat(seen(Errand.InboundMail.class, Fixtures.NOON)).isEqualTo(1);
    assertThat(letters.lying()).containsExactly("what is this?");
  }

  @Test
  void many_come_back_five_a_second() {
    for (int i = 0; i < 600; i++) {
      lay("event " + i, new Errand.MailEvent());
    }

    assertThat(redrive.redrive()).isEqualTo(new Redrive.Done(600, 0, 0));

    assertThat(seen(Errand.MailEvent.class, Fixtures.NOON)).isEqualTo(5);
    assertThat(seen(Errand.MailEvent.class, Fixtures.NOON.plusSeconds(60))).isEqualTo(305);
    assertThat(seen(Errand.MailEvent.class, Fixtures.NOON.plusSeconds(119))).isEqualTo(600);
  }

  @Test
  void one_run_works_a_thousand_and_the_next_goes_on() {
    for (int i = 0; i < 1_005; i++) {
      lay("event " + i, new Errand.MailEvent());
    }

    assertThat(redrive.redrive()).isEqualTo(new Redrive.Done(1_000, 0, 0));
    assertThat(redrive.redrive()).isEqualTo(new Redrive.Done(5, 0, 0));
  }

  private void lay(String body, Errand errand) {
    letters.lay(body);
    errands.put(body, errand);
  }

  private void layWake(StepDue due) {
    lay(due.toString(), new Errand.Wake(due));
  }

  private static StepDue of(StepDue due, EnrollmentId id, int generation) {
    return new StepDue(id, due.sequence(), due.version(), due.step(), generation, due.due());
  }

  private StepDue onlyWake() {
    assertThat(wakes()).hasSize(1);
    return ((Errand.Wake) wakes().getFirst().errand()).due();
  }

  private List<Back> wakes() {
    return letters.back(Instant.MAX, Errand.Wake.class);
  }

  private int seen(Class<? extends Errand> home, Instant by) {
    return letters.back(by, home).size();
  }

  private Errand read(String body) {
    if (body.equals(POISON)) {
      throw new StepwiseException("an item is unreadable");
    }
    return errands.getOrDefault(body, new Errand.Unreadable());
  }
}
