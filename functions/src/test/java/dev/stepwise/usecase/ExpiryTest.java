package dev.stepwise.usecase;

import static dev.stepwise.cadence.CadenceExamples.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.cadence.Delay;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.State;
import dev.stepwise.mail.SendResult;
import dev.stepwise.sender.Sender;
import dev.stepwise.sequence.Expiry;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.Step;
import dev.stepwise.timer.StepDue;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Steps that come too late. Time begins on Wednesday, 4 November 2026, at noon in Rome (+01:00).
 */
class ExpiryTest extends UseCaseTest {
  private static final Duration FOUR_HOURS = Duration.ofHours(4);

  @ParameterizedTest
  @EnumSource
  void a_step_that_is_not_too_late_is_done(Expiry.Then then) {
    publish(1, Settings.DEFAULTS, steps(then));
    EnrollmentId id = enrolled();
    world.later(FOUR_HOURS);

    world.next();

    assertThat(world.fired).containsExactly(Fired.SENT);
    assertThat(world.timeline(id)).doesNotContain(Entry.Type.EXPIRED);
  }

  @Test
  void a_mail_that_is_too_late_is_left_out_and_the_next_delay_counts_from_then() {
    publish(1, Settings.DEFAULTS, steps(Expiry.Then.SKIP));
    EnrollmentId id = enrolled();
    world.later(FOUR_HOURS.plusSeconds(1));

    world.next();

    assertThat(world.fired).containsExactly(Fired.EXPIRED);
    assertThat(world.letters()).isEmpty();
    assertThat(told(id)).isEqualTo("skip");
    world.next();
    assertThat(world.now).isEqualTo(at("2026-11-06T16:00:01+01:00"));
    assertThat(world.letters()).extracting(letter -> letter.subject()).containsExactly("Hello Ada");
  }

  @Test
  void a_date_is_too_late_whatever_came_between() {
    LocalDateTime six = LocalDateTime.parse("2026-11-05T15:00");
    create(new Step.Email("a", Delay.parse("PT0S"), false, "Hello", "Hello.", null, last(six)));
    EnrollmentId id = enrolled();
    done(world.move.pause(id, world.admin()));
    world.later(Duration.ofHours(27));

    done(world.move.resume(id, world.memory.tasks(), world.admin()));
    world.toTheEnd();

    assertThat(world.fired).containsExactly(Fired.STALE, Fired.EXPIRED);
    assertThat(world.letters()).isEmpty();
  }

  @Test
  void before_that_date_it_is_done() {
    LocalDateTime six = LocalDateTime.parse("2026-11-05T15:00");
    create(new Step.Email("a", Delay.parse("PT0S"), false, "Hello", "Hello.", null, last(six)));
    enrolled();
    world.later(Duration.ofHours(27).minusSeconds(1));

    world.next();

    assertThat(world.fired).containsExactly(Fired.SENT);
  }

  private void create(Step.Email step) {
    publish(1, Settings.DEFAULTS, List.of(step));
  }

  private static Expiry last(LocalDateTime moment) {
    return new Expiry(null, moment, Expiry.Then.SKIP);
  }

  @Test
  void a_mail_that_is_too_late_is_put_before_the_rep_who_may_send_it_all_the_same() {
    publish(1, Settings.DEFAULTS, steps(Expiry.Then.HOLD));
    EnrollmentId id = enrolled();
    world.later(FOUR_HOURS.plusMillis(1));

    world.next();
    Enrollment held = world.enrollment(id);
    done(world.move.resume(id, world.memory.tasks(), world.admin()));
    world.next();

    assertThat(((State.Paused) held.state()).reason()).isEqualTo(State.Paused.Reason.EXPIRED);
    assertThat(held.claim()).isNull();
    assertThat(world.fired).containsExactly(Fired.EXPIRED, Fired.SENT);
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void a_mail_may_go_out_however_late_it_is() {
    publish(1, Settings.DEFAULTS, steps(Expiry.Then.SEND));
    enrolled();
    world.later(FOUR_HOURS.plusMinutes(30));

    world.next();

    assertThat(world.fired).containsExactly(Fired.SENT);
  }

  @Test
  void what_was_put_off_is_late_by_when_it_was_due_at_first() {
    publish(1, Settings.DEFAULTS, steps(Expiry.Then.SKIP));
    EnrollmentId id = enrolled();
    world.later(Duration.ofHours(3));
    world.memory.mailer().refuseNext(new SendResult.AccountBlocked("paused"));
    world.next();
    world.memory.mailer().refuseNext(new SendResult.AccountBlocked("paused"));
    world.next();
    assertThat(world.fired).containsExactly(Fired.POSTPONED, Fired.POSTPONED);

    world.later(Duration.ofHours(1));
    world.next();

    assertThat(world.fired).endsWith(Fired.EXPIRED);
    assertThat(told(id)).isEqualTo("skip");
  }

  @Test
  void what_a_person_puts_off_is_not_late() {
    publish(1, Settings.DEFAULTS, steps(Expiry.Then.SKIP));
    EnrollmentId id = enrolled();
    done(world.move.pause(id, world.admin()));
    world.later(Duration.ofDays(7));
    done(world.move.resume(id, world.memory.tasks(), world.admin()));

    world.next();
    world.next();

    assertThat(world.fired).containsExactly(Fired.STALE, Fired.SENT);
  }

  @Test
  void a_task_that_is_too_late_is_not_opened() {
    publish(1, Settings.DEFAULTS, steps(Expiry.Then.SKIP));
    EnrollmentId id = enrolledAtStep(3);
    world.later(FOUR_HOURS.plusMillis(1));

    world.next();

    assertThat(world.fired).containsExactly(Fired.EXPIRED);
    assertThat(world.enrollment(id).openTasks()).isEmpty();
    assertThat(step(world.enrollment(id))).isEqualTo(4);
  }

  @Test
  void the_last_step_left_out_is_the_end() {
    publish(1, Settings.DEFAULTS, steps(Expiry.Then.SKIP));
    EnrollmentId id = enrolledAtStep(4);
    world.later(FOUR_HOURS.plusMillis(1));

    world.next();

    assertThat(state(id)).isEqualTo("finished");
    assertThat(world.timeline(id))
        .containsExactly(Entry.Type.ENROLLED, Entry.Type.EXPIRED, Entry.Type.FINISHED);
  }

  @Test
  void a_step_that_could_not_be_done_before_is_not_late() {
    publish(1, Settings.DEFAULTS, steps(Expiry.Then.SKIP));
    enrolled();
    Sender rita = EnrollmentExamples.rita();
    world.memory.senders().save(Optional.of(rita), in(rita, "America/Los_Angeles"));

    world.next(); // at noon in Rome it is 3 in the morning there
    world.next();

    assertThat(world.fired).containsExactly(Fired.POSTPONED, Fired.SENT);
    assertThat(world.now).isEqualTo(at("2026-11-04T18:00:00+01:00"));
  }

  @Test
  void a_reply_to_a_mail_that_was_left_out_opens_its_thread_itself() {
    Expiry expiry = new Expiry(FOUR_HOURS, Expiry.Then.SKIP);
    Delay delay = Delay.parse("P1D");
    publish(
        1,
        Settings.DEFAULTS,
        List.of(
            EnrollmentExamples.opening("a", "One thing", "It is this."),
            new Step.Email("b", delay, false, "Another thing", "It is that.", null, expiry),
            new Step.Email("c", delay, true, null, "Did you see that?", null, null)));
    enrolled();
    world.next();
    StepDue second = wake();
    world.later(FOUR_HOURS.plusSeconds(1));
    world.fire(second);

    world.next();

    assertThat(world.fired).containsExactly(Fired.SENT, Fired.EXPIRED, Fired.SENT);
    assertThat(world.letters().getLast().subject()).isEqualTo("Another thing");
    assertThat(world.letters().getLast().headers()).doesNotContainKey("In-Reply-To");
  }

  private static Sender in(Sender s, String zone) {
    return new Sender(
        s.email(),
        s.name(),
        ZoneId.of(zone),
        s.signature(),
        s.postalAddress(),
        s.pace(),
        s.bookingLink(),
        s.copyTo(),
        s.subjects());
  }

  private String told(EnrollmentId id) {
    Entry last = world.enrollment(id).timeline().getLast();
    assertThat(last.type()).isEqualTo(Entry.Type.EXPIRED);
    return last.detail();
  }

  /** Email, reply, call, reply, two days apart, each of them too late after four hours. */
  private static List<Step> steps(Expiry.Then then) {
    Expiry expiry = new Expiry(FOUR_HOURS, then);
    return EnrollmentExamples.version().steps().stream().map(step -> with(expiry, step)).toList();
  }

  private static Step with(Expiry expiry, Step step) {
    Delay delay = step.delay();
    return switch (step) {
      case Step.Email e ->
          new Step.Email(e.id(), delay, e.reply(), e.subject(), e.text(), e.html(), expiry);
      case Step.ManualTask t ->
          new Step.ManualTask(t.id(), delay, t.kind(), t.title(), t.waitForCompletion(), expiry);
    };
  }
}
