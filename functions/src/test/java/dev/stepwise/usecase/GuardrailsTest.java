package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.MailReport;
import dev.stepwise.enrollment.MailReport.News;
import dev.stepwise.enrollment.State;
import dev.stepwise.pause.Scope;
import dev.stepwise.sending.Limits;
import dev.stepwise.sending.Pause;
import dev.stepwise.sequence.Settings;
import dev.stepwise.usecase.Guardrails.Learnt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sequence or a sender that draws too much trouble pauses itself. */
class GuardrailsTest extends UseCaseTest {
  private static final Scope OF_RITA = new Scope.OfSender(EnrollmentExamples.rita().email());
  private static final Scope OF_SEQUENCE = new Scope.OfSequence(EnrollmentExamples.SEQUENCE);
  private static final News DELIVERED = new News.Delivered();
  private static final News BOUNCED = MailExamples.HARD;

  @Test
  void too_few_mails_say_nothing() {
    assertThat(learn(39, DELIVERED)).isEmpty();

    assertThat(learn(10, BOUNCED)).isEmpty();

    assertThat(pause(OF_RITA)).isNull();
  }

  @Test
  void too_many_bounces_pause_the_sequence_and_the_sender() {
    learn(95, DELIVERED);
    assertThat(learn(5, BOUNCED)).isEmpty();

    List<Scope> paused = learn(1, BOUNCED);

    assertThat(paused).containsExactly(OF_SEQUENCE, OF_RITA);
    Pause pause = world.memory.pauses().of(OF_RITA).orElseThrow();
    assertThat(pause.cause()).isEqualTo(Pause.Cause.GUARDRAIL);
    assertThat(pause.by()).isEqualTo("engine");
    assertThat(pause.reason()).startsWith("6 of 101 mails bounced in 7 days");
    assertThat(world.memory.pauses().rounds(world.now)).hasSize(2);
  }

  @Test
  void the_mail_that_makes_them_enough_trips_too() {
    learn(10, BOUNCED);
    learn(39, DELIVERED);

    assertThat(learn(1, DELIVERED)).containsExactly(OF_SEQUENCE, OF_RITA);
  }

  @Test
  void what_is_old_is_forgotten() {
    learn(49, DELIVERED);
    learn(5, BOUNCED);
    world.later(Duration.ofDays(7));

    assertThat(learn(60, DELIVERED)).isEmpty();
    assertThat(learn(3, BOUNCED)).isEmpty();
  }

  @Test
  void enrollments_say_why_they_stand_still_and_a_person_begins_anew() {
    EnrollmentId id = enrolled();
    learn(50, DELIVERED);
    learn(10, BOUNCED);

    world.next();

    assertThat(world.fired).containsExactly(Fired.PAUSED);
    assertThat(((State.Paused) world.enrollment(id).state()).reason().waits().wire())
        .isEqualTo("guardrail");
    assertThat(conflict(world.move.resume(id, world.memory.tasks(), world.admin())))
        .contains("guardrail");
    resume(OF_SEQUENCE);
    assertThat(state(id)).isEqualTo("paused");
    resume(OF_RITA);
    assertThat(state(id)).isEqualTo("active");
    assertThat(learn(49, DELIVERED)).isEmpty();
    assertThat(learn(1, BOUNCED)).isEmpty();
  }

  @Test
  void of_two_batches_at_once_one_pauses() {
    learn(95, DELIVERED);
    learn(5, BOUNCED);

    assertThat(learn(1, BOUNCED)).hasSize(2);
    Pause first = world.memory.pauses().of(OF_RITA).orElseThrow();
    world.later(Duration.ofMinutes(1));
    assertThat(learn(10, BOUNCED)).isEmpty();

    assertThat(world.memory.pauses().of(OF_RITA)).contains(first);
  }

  @Test
  void what_a_person_has_paused_is_left_to_that_person() {
    done(
        world.turn.pause(
            OF_RITA,
            new TurnSwitch.Wish(null, "holiday"),
            world.admin(),
            () -> Duration.ofSeconds(30)));
    learn(90, DELIVERED);

    assertThat(learn(10, BOUNCED)).containsExactly(OF_SEQUENCE);

    assertThat(world.memory.pauses().of(OF_RITA).orElseThrow().reason()).isEqualTo("holiday");
  }

  @Test
  void a_sequence_has_limits_of_its_own() {
    Settings d = Settings.DEFAULTS;
    Settings strict =
        new Settings(
            d.timeZone(),
            d.windows(),
            d.threading(),
            d.stopOn(),
            d.holidays(),
            d.onUnknownOutcome(),
            d.unknownGrace(),
            d.optOutLine(),
            d.outOfOffice(),
            d.softBounceLimit(),
            new Limits(1_000, 100, 10_000, 20));
    publish(1, strict, EnrollmentExamples.version().steps());
    learn(20, DELIVERED);

    assertThat(learn(1, BOUNCED)).containsExactly(OF_SEQUENCE);
  }

  @Test
  void a_report_that_comes_twice_counts_once() {
    EnrollmentId id = enrolled();
    world.next();
    String mail = world.memory.mailer().outbox().getFirst().messageId();
    MailReport report = MailExamples.report(world, 1, 1, mail, BOUNCED);

    assertThat(world.hear.learnt(id, report)).isPresent();
    assertThat(world.hear.learnt(id, report)).isEmpty();
  }

  private List<Scope> learn(int times, News news) {
    Enrolled facts = EnrollmentExamples.facts();
    return world.guardrails.count(
        new ArrayList<>(Collections.nCopies(times, new Learnt(facts, news))));
  }

  private @org.jspecify.annotations.Nullable Pause pause(Scope scope) {
    return world.memory.pauses().of(scope).orElse(null);
  }

  private void resume(Scope scope) {
    done(world.turn.resume(scope, world.admin(), () -> Duration.ofSeconds(30)));
  }
}
