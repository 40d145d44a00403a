package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.mail.SendResult;
import dev.stepwise.usecase.HearOfMail.Accepted;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HearOfMailTest extends UseCaseTest {
  private final HearOfMail hear = new HearOfMail(world.memory.enrollments(), world.memory.timers());

  @Test
  void an_event_settles_the_claim_whose_answer_was_lost() {
    EnrollmentId id = lost();

    assertThat(hear.accepted(new Accepted(id, 1, 1, "m1"))).isTrue();
    world.next();

    assertThat(world.timeline(id)).containsExactly(Entry.Type.ENROLLED, Entry.Type.SENT);
    assertThat(world.enrollment(id).messageIds()).containsExactly("m1");
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void an_event_that_comes_twice_settles_once() {
    EnrollmentId id = lost();
    Accepted event = new Accepted(id, 1, 1, "m1");
    hear.accepted(event);
    hear.accepted(event);
    world.next();
    world.next();

    assertThat(hear.accepted(event)).isFalse();
    assertThat(world.timeline(id)).containsExactly(Entry.Type.ENROLLED, Entry.Type.SENT);
  }

  @Test
  void an_event_answers_for_the_rep_who_is_asked() {
    EnrollmentId id = lost();
    world.later(Duration.ofHours(1));
    world.sweep.sweep();
    world.next();
    assertThat(state(id)).isEqualTo("paused");

    hear.accepted(new Accepted(id, 1, 1, "m1"));
    String refused = conflict(world.move.resolve(id, false, world.admin()));
    world.next();

    assertThat(refused).contains("unknown outcome");
    assertThat(step(world.enrollment(id))).isEqualTo(2);
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void an_event_of_another_attempt_or_of_a_settled_mail_changes_nothing() {
    EnrollmentId id = lost();

    assertThat(hear.accepted(new Accepted(id, 1, 2, "m2"))).isFalse();
    assertThat(hear.accepted(new Accepted(id, 2, 1, "m2"))).isFalse();
    assertThat(hear.accepted(new Accepted(new EnrollmentId("nobody"), 1, 1, "m"))).isFalse();
    assertThat(world.enrollment(id).claim()).isNotNull();
  }

  private EnrollmentId lost() {
    EnrollmentId id = enrolled();
    world.memory.mailer().loseNextAnswer(new SendResult.Unknown("timeout"));
    world.next();
    assertThat(world.enrollment(id).claim()).isNotNull();
    return id;
  }
}
