package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.sequence.Settings;
import org.junit.jupiter.api.Test;

class ReenrollTest extends UseCaseTest {
  @Test
  void reenrolling_moves_a_contact_onto_the_current_version() {
    EnrollmentId old = enrolled();
    world.next();
    publish(1, Settings.DEFAULTS, EnrollmentExamples.version().steps());

    var fresh = done(world.reenroll.reenroll(old, 2, world.admin()));

    assertThat(state(old)).isEqualTo("stopped");
    assertThat(fresh.facts().version()).isEqualTo(2);
    world.next();
    assertThat(world.fired).containsExactly(Fired.SENT, Fired.SENT);
    assertThat(step(world.enrollment(fresh.id()))).isEqualTo(3);
    assertThat(conflict(world.reenroll.reenroll(old, 1, world.admin())))
        .contains("later enrollment");
  }

  @Test
  void nobody_is_reenrolled_while_a_mail_is_leaving_or_when_suppressed() {
    EnrollmentId id = enrolled();
    world.whileSending =
        () ->
            assertThat(conflict(world.reenroll.reenroll(id, 1, world.admin())))
                .contains("just leaving");
    world.next();
    world.memory.suppressions().save(ADA, suppression(ADA.value()));

    assertThat(conflict(world.reenroll.reenroll(id, 1, world.admin()))).contains("suppressed");
    assertThat(state(id)).isEqualTo("active");
    assertThat(all()).isEqualTo(1);
  }
}
