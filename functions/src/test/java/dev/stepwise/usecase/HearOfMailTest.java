package dev.stepwise.usecase;

import static dev.stepwise.usecase.MailExamples.COMPLAINT;
import static dev.stepwise.usecase.MailExamples.DELIVERED;
import static dev.stepwise.usecase.MailExamples.HARD;
import static dev.stepwise.usecase.MailExamples.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.MailReport.News;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.mail.SendResult;
import dev.stepwise.sequence.UnknownOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims whose answer was lost: what SES tells proves that the mail was accepted. */
class HearOfMailTest extends UseCaseTest {
  @ParameterizedTest
  @ValueSource(strings = {"sent", "delivered", "delayed", "soft", "opened", "clicked"})
  void any_event_settles_the_claim_whose_answer_was_lost(String name) {
    EnrollmentId id = lost();

    assertThat(hear(id, "m1", MailExamples.named(name))).isTrue();
    world.next();

    assertThat(world.timeline(id)).startsWith(Entry.Type.ENROLLED).endsWith(Entry.Type.SENT);
    assertThat(world.enrollment(id).messageIds()).containsExactly("m1");
    assertThat(step(world.enrollment(id))).isEqualTo(2);
    assertThat(world.letters()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hard", "complaint", "opt-out", "reject"})
  void what_ends_it_is_had_at_once_and_the_claim_is_settled_beside_it(String name) {
    EnrollmentId id = lost();

    assertThat(hear(id, "m1", MailExamples.named(name))).isTrue();
    String before = state(id);
    world.toTheEnd();

    assertThat(state(id)).isEqualTo(before).isIn("stopped", "failed");
    assertThat(world.enrollment(id).claim()).isNull();
    assertThat(world.timeline(id)).endsWith(Entry.Type.SENT);
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void an_event_that_comes_twice_settles_once() {
    EnrollmentId id = lost();
    hear(id, "m1", SENT);

    assertThat(hear(id, "m1", SENT)).isFalse();
    world.next();
    world.next();

    assertThat(hear(id, "m1", SENT)).isFalse();
    assertThat(world.timeline(id)).containsExactly(Entry.Type.ENROLLED, Entry.Type.SENT);
  }

  @Test
  void a_fire_that_was_lost_after_the_write_is_queued_by_the_repetition() {
    EnrollmentId id = lost();
    hear(id, "m1", SENT);
    wake();

    hear(id, "m1", SENT);
    world.next();

    assertThat(world.timeline(id)).containsExactly(Entry.Type.ENROLLED, Entry.Type.SENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sent", "delivered"})
  void an_event_answers_for_the_rep_who_is_asked(String name) {
    EnrollmentId id = asked();

    hear(id, "m1", MailExamples.named(name));
    String refused = conflict(world.move.resolve(id, false, world.admin()));
    world.next();

    assertThat(refused).contains("unknown outcome");
    assertThat(step(world.enrollment(id))).isEqualTo(2);
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void a_stop_after_the_event_and_before_the_settle_still_records_the_mail() {
    EnrollmentId id = asked();
    hear(id, "m1", SENT);

    done(world.move.stop(id, StopReason.STOPPED_BY_USER, world.admin()));
    world.toTheEnd();

    assertThat(world.timeline(id)).endsWith(Entry.Type.STOPPED, Entry.Type.SENT);
    assertThat(world.enrollment(id).isOver()).isTrue();
  }

  @Test
  void a_bounce_answers_for_the_rep_too_and_ends_it() {
    EnrollmentId id = asked();

    hear(id, "m1", HARD);
    world.toTheEnd();

    assertThat(world.timeline(id))
        .endsWith(Entry.Type.BOUNCED, Entry.Type.STOPPED, Entry.Type.SENT);
    assertThat(world.enrollment(id).isOver()).isTrue();
  }

  @Test
  void an_event_of_another_attempt_or_step_does_not_touch_the_claim() {
    EnrollmentId id = lost();

    hear(id, 1, 2, "m2", DELIVERED);
    hear(id, 2, 1, "m2", SENT);

    assertThat(world.enrollment(id).claim())
        .isNotNull()
        .satisfies(claim -> assertThat(claim.messageId()).isNull());
    assertThat(hear(new EnrollmentId("nobody"), "m", COMPLAINT)).isFalse();
    assertThat(world.memory.suppressions().find(ADA)).isEmpty();
  }

  @Test
  void a_late_event_of_a_mail_that_the_rep_had_sent_again_is_told_to_the_rep() {
    EnrollmentId id = asked();
    done(world.move.resolve(id, false, world.admin()));
    world.next();

    assertThat(hear(id, "m1", SENT)).isTrue();
    assertThat(hear(id, "m1", SENT)).isFalse();
    assertThat(hear(id, "m1", DELIVERED)).isTrue();
    assertThat(hear(id, "m1", DELIVERED)).isFalse();
    assertThat(hear(id, 1, 2, sent(1), DELIVERED)).isTrue();

    assertThat(world.enrollment(id).timeline().subList(4, 7))
        .extracting(entry -> entry.type() + " " + entry.by() + " " + entry.detail())
        .containsExactly("OUTCOME_TOLD ses sent <m1>", "DELIVERED ses <m1>", "DELIVERED ses ");
    assertThat(step(world.enrollment(id))).isEqualTo(2);
    assertThat(world.letters()).hasSize(2);
  }

  @Test
  void a_late_event_under_resend_is_told_and_settles_nothing() {
    publish(UnknownOutcome.RESEND);
    EnrollmentId id = lost();
    world.later(Duration.ofHours(1));
    world.sweep.sweep();
    world.next();

    hear(id, "m1", SENT);

    assertThat(world.timeline(id)).endsWith(Entry.Type.OUTCOME_UNKNOWN, Entry.Type.OUTCOME_TOLD);
    world.next();
    assertThat(world.enrollment(id).messageIds()).containsExactly(sent(1));
    assertThat(world.timeline(id)).endsWith(Entry.Type.SENT);
  }

  private EnrollmentId lost() {
    EnrollmentId id = enrolled();
    world.memory.mailer().loseNextAnswer(new SendResult.Unknown("timeout"));
    world.next();
    assertThat(world.enrollment(id).claim()).isNotNull();
    return id;
  }

  private EnrollmentId asked() {
    EnrollmentId id = lost();
    world.later(Duration.ofHours(1));
    world.sweep.sweep();
    world.next();
    assertThat(state(id)).isEqualTo("paused");
    return id;
  }

  /** SES's id of the mail that left as this one, counted from 0. */
  private String sent(int number) {
    return world.memory.mailer().outbox().get(number).messageId();
  }

  /** Of the first mail. */
  private boolean hear(EnrollmentId id, String mail, News news) {
    return hear(id, 1, 1, mail, news);
  }

  private boolean hear(EnrollmentId id, int step, int attempt, String mail, News news) {
    return world.hear.heard(id, MailExamples.report(world, step, attempt, mail, news));
  }
}
