package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.mail.SendResult;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.UnknownOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails of which nobody knows whether they left. */
class UnknownOutcomeTest extends UseCaseTest {
  private static final Duration GRACE = Settings.DEFAULTS.unknownGrace();

  @Test
  void an_unknown_outcome_is_nobodys_to_try_again_within_the_grace() {
    EnrollmentId id = outcomeUnknown();

    world.later(GRACE.minusMillis(1));

    assertThat(world.sweep.sweep().overdue()).isEqualTo(1);
    world.next();
    assertThat(world.fired).containsExactly(Fired.UNKNOWN, Fired.IN_FLIGHT);
    assertThat(state(id)).isEqualTo("active");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void after_the_grace_the_rep_is_asked_and_says_what_happens(boolean wentOut) {
    EnrollmentId id = outcomeUnknown();
    world.later(GRACE);
    world.sweep.sweep();
    world.next();
    assertThat(state(id)).isEqualTo("paused");
    assertThat(conflict(world.move.resume(id, world.memory.tasks(), world.admin())))
        .contains("resolve");

    done(world.move.resolve(id, wentOut, world.admin()));
    assertThat(step(world.enrollment(id))).isEqualTo(wentOut ? 2 : 1);
    world.next();

    assertThat(world.fired).containsExactly(Fired.UNKNOWN, Fired.DECIDED, Fired.SENT);
    assertThat(world.letters()).hasSize(2);
    assertThat(world.sweep.sweep().overdue()).isZero();
  }

  @Test
  void under_resend_a_new_attempt_sends_it() {
    publish(UnknownOutcome.RESEND);
    EnrollmentId id = outcomeUnknown();
    world.later(GRACE);
    world.sweep.sweep();

    world.next();
    world.next();

    assertThat(world.fired).containsExactly(Fired.UNKNOWN, Fired.DECIDED, Fired.SENT);
    assertThat(world.letters().getLast().tags()).containsEntry("attempt", "2");
    assertThat(step(world.enrollment(id))).isEqualTo(2);
  }

  @Test
  void a_stop_over_an_unknown_outcome_is_never_asked_about() {
    EnrollmentId id = outcomeUnknown();
    done(world.move.stop(id, StopReason.REPLIED, world.admin()));
    world.later(GRACE);
    world.sweep.sweep();

    world.toTheEnd();

    assertThat(state(id)).isEqualTo("stopped");
    assertThat(world.enrollment(id).isOver()).isTrue();
    assertThat(world.letters()).hasSize(1);
  }

  private EnrollmentId outcomeUnknown() {
    EnrollmentId id = enrolled();
    world.memory.mailer().loseNextAnswer(new SendResult.Unknown("timeout"));
    world.next();
    assertThat(world.enrollment(id).claim()).isNotNull();
    return id;
  }
}
