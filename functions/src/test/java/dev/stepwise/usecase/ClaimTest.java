package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.contact.Contact;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.mail.SendResult;
import dev.stepwise.timer.StepDue;
import org.junit.jupiter.api.Test;

/** What comes between a claim and its settling. */
class ClaimTest extends UseCaseTest {
  @Test
  void a_suppression_after_the_claim_stops_the_mail() {
    EnrollmentId id = enrolled();
    world.beforeReading = () -> world.memory.suppressions().save(ADA, suppression(ADA.value()));

    world.toTheEnd();

    assertThat(world.fired).containsExactly(Fired.STOPPED);
    assertThat(world.letters()).isEmpty();
    assertThat(world.enrollment(id).isOver()).isTrue();
    assertThat(world.timeline(id)).containsExactly(Entry.Type.ENROLLED, Entry.Type.STOPPED);
  }

  @Test
  void a_crash_before_the_send_lets_go_of_the_claim() {
    EnrollmentId id = enrolled();
    StepDue due = wake();
    world.beforeReading =
        () -> {
          throw new IllegalStateException("DynamoDB is away");
        };

    assertThatThrownBy(() -> world.fire(due)).hasMessage("DynamoDB is away");
    assertThat(world.enrollment(id).claim()).isNull();
    assertThat(world.fire(due)).isEqualTo(Fired.SENT);
    assertThat(world.enrollment(id).timeline()).hasSize(2);
  }

  @Test
  void a_crash_while_sending_keeps_the_claim() {
    EnrollmentId id = enrolled();
    StepDue due = wake();
    world.whileSending =
        () -> {
          throw new IllegalStateException("killed");
        };

    assertThatThrownBy(() -> world.fire(due)).hasMessage("killed");
    assertThat(world.enrollment(id).claim()).isNotNull();
    assertThat(world.fire(due)).isEqualTo(Fired.IN_FLIGHT);
    assertThat(world.letters()).isEmpty();
  }

  @Test
  void a_stop_while_the_mail_leaves_stays_a_stop() {
    EnrollmentId id = enrolled();
    world.whileSending = () -> done(world.move.stop(id, StopReason.REPLIED, world.admin()));

    world.toTheEnd();

    // The timer of a next step that is no more is harmless.
    assertThat(world.fired).containsExactly(Fired.SENT, Fired.STALE);
    assertThat(world.letters()).hasSize(1);
    assertThat(state(id)).isEqualTo("stopped");
    assertThat(world.enrollment(id).isOver()).isTrue();
    assertThat(world.timeline(id))
        .containsExactly(Entry.Type.ENROLLED, Entry.Type.STOPPED, Entry.Type.SENT);
  }

  @Test
  void a_stop_after_the_mail_left_ends_the_next_step() {
    EnrollmentId id = enrolled();
    world.next();

    done(world.move.stop(id, StopReason.REPLIED, world.admin()));
    world.toTheEnd();

    assertThat(world.fired).containsExactly(Fired.SENT, Fired.STALE);
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void a_pause_while_the_mail_leaves_stands_still_at_the_next_step() {
    EnrollmentId id = enrolled();
    world.whileSending = () -> done(world.move.pause(id, world.admin()));

    world.toTheEnd();
    assertThat(state(id)).isEqualTo("paused");
    assertThat(step(world.enrollment(id))).isEqualTo(2);
    done(world.move.resume(id, world.memory.tasks(), world.admin()));
    world.next();

    assertThat(world.letters()).hasSize(2);
  }

  @Test
  void a_pause_over_a_mail_that_could_not_leave_stands_still_at_its_step() {
    EnrollmentId id = enrolled();
    world.whileSending = () -> done(world.move.pause(id, world.admin()));
    world.memory.mailer().refuseNext(new SendResult.TryLater("429"));

    world.toTheEnd();

    assertThat(state(id)).isEqualTo("paused");
    assertThat(step(world.enrollment(id))).isEqualTo(1);
    assertThat(world.enrollment(id).claim()).isNull();
  }

  @Test
  void a_missing_token_fails_by_name_and_goes_on_when_it_is_mended() {
    EnrollmentId id = enrolled();
    done(world.edit.edit(id, _ -> Contact.of(ADA), world.admin()));
    world.toTheEnd();
    Enrollment failed = world.enrollment(id);
    assertThat(failed.timeline().getLast().detail())
        .isEqualTo("missing_token: step 1 needs contact.firstName");

    done(world.edit.edit(id, _ -> EnrollmentExamples.ada(), world.admin()));
    done(world.move.retry(id, world.admin()));
    world.next();

    assertThat(world.fired).containsExactly(Fired.FAILED, Fired.SENT);
  }
}
