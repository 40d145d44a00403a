package dev.stepwise.enrollment;

import static dev.stepwise.cadence.CadenceExamples.noonInRome;
import static dev.stepwise.enrollment.EnrollmentExamples.activeAtStep;
import static dev.stepwise.enrollment.EnrollmentExamples.sendingStep;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The examples are of generation 5, due at noon in Rome; claims are open since then. */
class WakeTest {
  private static final Duration GRACE = Duration.ofMinutes(15);
  private static final Instant NOON = noonInRome();

  @Test
  void a_wake_before_its_write_is_early() {
    assertThat(wake(null, 1, NOON)).isInstanceOf(Wake.Early.class);
    assertThat(wake(activeAtStep(2), 6, NOON)).isInstanceOf(Wake.Early.class);
    assertThat(wake(EnrollmentExamples.stopped(), 6, NOON)).isInstanceOf(Wake.Early.class);
    assertThat(wake(sendingStep(2), 6, NOON)).isInstanceOf(Wake.Early.class);
  }

  @Test
  void a_wake_of_an_older_generation_is_stale() {
    assertThat(wake(activeAtStep(2), 4, NOON)).isInstanceOf(Wake.Stale.class);
  }

  @Test
  void a_wake_of_what_is_not_active_is_stale() {
    assertThat(wake(EnrollmentExamples.pausedAtStep(2), 5, NOON)).isInstanceOf(Wake.Stale.class);
    assertThat(wake(EnrollmentExamples.awaitingItsTask(), 5, NOON)).isInstanceOf(Wake.Stale.class);
    assertThat(wake(EnrollmentExamples.failedAtStep(2), 5, NOON)).isInstanceOf(Wake.Stale.class);
    assertThat(wake(EnrollmentExamples.finished(), 5, NOON)).isInstanceOf(Wake.Stale.class);
    assertThat(wake(EnrollmentExamples.stopped(), 5, NOON)).isInstanceOf(Wake.Stale.class);
  }

  @Test
  void a_wake_for_another_step_of_the_same_generation_is_stale() {
    Enrollment e = activeAtStep(2);

    assertThat(Wake.of(e, new Wake.Timer(3, 5), NOON, GRACE)).isInstanceOf(Wake.Stale.class);
  }

  @Test
  void a_mail_that_ses_has_told_of_is_to_be_settled_also_while_the_rep_is_asked() {
    Enrollment sending = EnrollmentExamples.accepted(sendingStep(2), "m1").after();
    Enrollment asking =
        EnrollmentExamples.accepted(EnrollmentExamples.askingAtStep(2), "m1").after();

    assertThat(wake(sending, 5, NOON)).isInstanceOf(Wake.Accepted.class);
    assertThat(wake(asking, 5, NOON)).isInstanceOf(Wake.Accepted.class);
  }

  @Test
  void a_step_is_ready_from_five_seconds_before_it_is_due() {
    Enrollment e = activeAtStep(2);

    assertThat(wake(e, 5, NOON)).isEqualTo(new Wake.Ready(e));
    assertThat(wake(e, 5, NOON.minusSeconds(5))).isEqualTo(new Wake.Ready(e));
    assertThat(wake(e, 5, NOON.minusMillis(5_001))).isEqualTo(new Wake.NotYet(e));
    assertThat(wake(e, 5, NOON.plusSeconds(86_400))).isEqualTo(new Wake.Ready(e));
  }

  @Test
  void while_a_mail_is_read_nothing_is_done_however_late_it_is() {
    Enrollment reading = Hearing.hold(activeAtStep(2), "m1", NOON);

    assertThat(wake(reading, 5, NOON)).isInstanceOf(Wake.Reading.class);
    assertThat(wake(reading, 5, NOON.minusSeconds(86_400))).isInstanceOf(Wake.Reading.class);
    assertThat(wake(reading, 5, NOON.plusSeconds(86_400))).isInstanceOf(Wake.Reading.class);
  }

  @Test
  void while_a_mail_is_read_a_wake_of_another_time_is_what_it_was() {
    Enrollment reading = Hearing.hold(activeAtStep(2), "m1", NOON);
    Enrollment stopped = Hearing.hold(EnrollmentExamples.stopped(), "m1", NOON);
    Enrollment paused = Hearing.hold(EnrollmentExamples.pausedAtStep(2), "m1", NOON);

    assertThat(wake(reading, 6, NOON)).isInstanceOf(Wake.Early.class);
    assertThat(wake(reading, 4, NOON)).isInstanceOf(Wake.Stale.class);
    assertThat(wake(stopped, 5, NOON)).isInstanceOf(Wake.Stale.class);
    assertThat(wake(paused, 5, NOON)).isInstanceOf(Wake.Stale.class);
  }

  @Test
  void a_mail_that_is_read_keeps_no_claim_from_being_settled() {
    Enrollment sending = Hearing.hold(sendingStep(2), "m1", NOON);
    Enrollment accepted = EnrollmentExamples.accepted(sending, "s1").after();

    assertThat(wake(sending, 5, NOON)).isInstanceOf(Wake.InFlight.class);
    assertThat(wake(sending, 5, NOON.plus(GRACE))).isEqualTo(new Wake.OutcomeUnknown(sending));
    assertThat(wake(accepted, 5, NOON)).isInstanceOf(Wake.Accepted.class);
  }

  @Test
  void a_step_is_ready_again_when_the_last_of_several_mails_is_judged() {
    Enrollment reading = Hearing.hold(Hearing.hold(activeAtStep(2), "m1", NOON), "m2", NOON);

    Enrollment half = judged(reading, "m1");
    Enrollment free = judged(half, "m2");

    assertThat(wake(half, half.generation(), NOON)).isInstanceOf(Wake.Reading.class);
    assertThat(wake(free, free.generation(), NOON)).isEqualTo(new Wake.Ready(free));
  }

  private static Enrollment judged(Enrollment e, String mail) {
    Consequence goOn = new Consequence(Entry.Type.AUTO_REPLIED, "", new Effect.GoOn());
    Hearing.Heard heard = new Hearing.Heard(mail, goOn, NOON);
    return ((Decision.Changed) Hearing.judged(e, EnrollmentExamples.plan(), heard))
        .change()
        .after();
  }

  @Test
  void an_open_claim_is_in_flight_until_the_grace_is_over() {
    Enrollment e = sendingStep(2);

    assertThat(wake(e, 5, NOON)).isInstanceOf(Wake.InFlight.class);
    assertThat(wake(e, 5, NOON.plus(GRACE).minusNanos(1))).isInstanceOf(Wake.InFlight.class);
    assertThat(wake(e, 5, NOON.plus(GRACE))).isEqualTo(new Wake.OutcomeUnknown(e));
  }

  @Test
  void an_old_wake_finds_an_open_claim_too() {
    Enrollment e = EnrollmentExamples.stoppedWhileSending(2);

    assertThat(wake(e, 4, NOON)).isInstanceOf(Wake.InFlight.class);
    assertThat(wake(e, 4, NOON.plus(GRACE))).isEqualTo(new Wake.OutcomeUnknown(e));
  }

  @Test
  void who_is_asked_is_not_asked_again() {
    Enrollment e = EnrollmentExamples.askingAtStep(2);

    assertThat(wake(e, 5, NOON.plus(GRACE))).isInstanceOf(Wake.Stale.class);
    assertThat(wake(e, 5, NOON.plus(GRACE.multipliedBy(100)))).isInstanceOf(Wake.Stale.class);
  }

  private static Wake wake(@Nullable Enrollment e, int generation, Instant now) {
    return Wake.of(e, new Wake.Timer(2, generation), now, GRACE);
  }
}
