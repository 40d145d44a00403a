package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.matching.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuppressAndSweepTest extends InboundCase {
  @Test
  void who_is_suppressed_gets_nothing_more() {
    EnrollmentId id = enrolled();
    world.next();

    world.suppress.address(ADA, suppression(ADA.value()), world.admin());
    world.toTheEnd();

    assertThat(world.letters()).hasSize(1);
    assertThat(world.enrollment(id).timeline().getLast().detail()).isEqualTo("unsubscribed");
    assertThat(state(id)).isEqualTo("stopped");
  }

  @Test
  void who_is_nowhere_enrolled_is_suppressed_too() {
    world.suppress.address(ADA, suppression(ADA.value()), world.admin());

    assertThat(world.memory.suppressions().find(ADA)).isPresent();
  }

  @Test
  void a_suppression_that_another_rep_wrote_stops_at_once() {
    EnrollmentId id = enrolled();

    world.suppress.address(ADA, suppression(ADA.value()), world.rep("mallory"));

    assertThat(state(id)).isEqualTo("stopped");
    assertThat(world.enrollment(id).timeline().getLast().by()).isEqualTo("mallory");
  }

  @Test
  void a_plain_suppression_does_not_hide_what_a_person_has_asked_for() {
    Suppression optOut = suppression(ADA.value());
    Suppression plain =
        new Suppression(ADA.value(), Suppression.Reason.MANUAL, world.now, "rita", null);
    world.suppress.address(ADA, optOut, world.admin());

    world.suppress.address(ADA, plain, world.rep("rita"));

    assertThat(world.memory.suppressions().find(ADA)).contains(optOut);
  }

  @Test
  void a_suppressed_domain_stops_mails_and_tasks() {
    EnrollmentId id = enrolledAtStep(3);
    world.memory.suppressions().save(ADA.domain(), suppression("prospect.example"));

    world.toTheEnd();

    assertThat(world.fired).containsExactly(Fired.STOPPED);
    assertThat(world.enrollment(id).isOver()).isTrue();
  }

  @Test
  void a_lost_timer_is_found_after_two_minutes() {
    EnrollmentId id = enrolled();
    wake();
    world.later(Duration.ofMinutes(2));
    assertThat(world.sweep.sweep().overdue()).isZero();
    world.later(Duration.ofMillis(1));

    assertThat(world.sweep.sweep().overdue()).isEqualTo(1);
    world.next();

    assertThat(world.fired).containsExactly(Fired.SENT);
    assertThat(step(world.enrollment(id))).isEqualTo(2);
  }

  @Test
  void up_to_a_hundred_that_are_overdue_are_woken_at_once() {
    loseTimers(100);

    world.sweep.sweep();

    assertThat(wakesBy(world.now)).isEqualTo(100);
  }

  @Test
  void more_are_spread_until_shortly_before_the_next_sweep() {
    loseTimers(120);

    world.sweep.sweep();

    assertThat(wakesBy(world.now)).isEqualTo(1);
    assertThat(wakesBy(world.now.plusSeconds(60))).isEqualTo(30);
    assertThat(wakesBy(world.now.plusSeconds(240))).isEqualTo(89);
  }

  /** So many are enrolled, whose timers are lost. */
  private void loseTimers(int count) {
    Candidate[] many =
        IntStream.range(0, count)
            .mapToObj(i -> good(named("p" + i + "@many.example")))
            .toArray(Candidate[]::new);
    assertThat(results(request(many))).hasSize(count);
    while (world.memory.timers().take(world.now).isPresent()) {
      // lost
    }
    world.later(Duration.ofMinutes(3));
  }

  private int wakesBy(Instant instant) {
    int wakes = 0;
    while (world.memory.timers().take(instant).isPresent()) {
      wakes++;
    }
    return wakes;
  }

  @Test
  void what_waits_for_a_person_is_not_overdue() {
    EnrollmentId id = enrolled();
    done(world.move.pause(id, world.admin()));
    world.toTheEnd();

    world.later(Duration.ofDays(30));

    assertThat(world.sweep.sweep().overdue()).isZero();
  }

  @Test
  void a_mail_that_nobody_finished_is_read_after_five_minutes_and_then_no_more() {
    EnrollmentId id = written();
    room.hear.hear(answer().receipt());
    room.stored.put("in1", answer().raw());
    world.later(Inbox.PATIENCE);
    assertThat(world.sweep.sweep().unread()).isZero();
    world.later(Duration.ofMillis(1));

    assertThat(world.sweep.sweep().unread()).isEqualTo(1);
    assertThat(world.again).containsExactly("in1");
    world.again.forEach(room.read::read);

    assertThat(reason(id)).isEqualTo("stopped: replied");
    assertThat(forwardedTo()).containsExactly(RITA);
    assertThat(world.sweep.sweep().unread()).isZero();
  }

  @Test
  void while_a_mail_is_read_the_step_is_found_late_and_still_not_sent() {
    EnrollmentId id = written();
    room.hear.hear(answer().receipt());
    wake();
    world.later(Duration.ofMinutes(3));

    world.sweep.sweep();
    world.next();

    assertThat(world.letters()).hasSize(1);
    assertThat(world.enrollment(id).shown()).isEqualTo("held");
  }
}
