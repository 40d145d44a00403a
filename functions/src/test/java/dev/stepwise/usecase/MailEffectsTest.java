package dev.stepwise.usecase;

import static dev.stepwise.usecase.MailExamples.COMPLAINT;
import static dev.stepwise.usecase.MailExamples.DELIVERED;
import static dev.stepwise.usecase.MailExamples.HARD;
import static dev.stepwise.usecase.MailExamples.REJECT;
import static dev.stepwise.usecase.MailExamples.SOFT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.MailReport;
import dev.stepwise.enrollment.MailReport.Mail;
import dev.stepwise.enrollment.MailReport.News;
import dev.stepwise.pause.Scope;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.StopOn;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bounces, complaints and rejections do to who was written to. */
class MailEffectsTest extends UseCaseTest {
  @ParameterizedTest
  @CsvSource({
    "hard,BOUNCED,bounced,hard 5.1.1 General",
    "complaint,COMPLAINED,complained,abuse",
    "opt-out,UNSUBSCRIBED,unsubscribed,SES subscription page"
  })
  void a_contact_who_may_not_be_written_to_is_suppressed_and_left_alone(
      String name, Suppression.Reason why, String reason, String detail) {
    EnrollmentId id = sent();

    Instant then = world.now;
    assertThat(hear(id, 1, MailExamples.named(name))).isTrue();
    world.toTheEnd();

    assertThat(world.memory.suppressions().find(ADA))
        .contains(new Suppression(ADA.value(), why, then, "ses", detail));
    assertThat(world.enrollment(id).timeline().subList(2, 4))
        .extracting(entry -> entry.by() + ": " + entry.detail())
        .containsExactly("ses: " + detail, "ses: " + reason);
    assertThat(state(id)).isEqualTo("stopped");
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void a_late_bounce_stops_the_enrollment_that_came_after() {
    EnrollmentId first = sent();
    String mail = mail(0);
    EnrollmentId second = reenrolled(first);

    hear(first, 1, mail, HARD);

    assertThat(state(second)).isEqualTo("stopped");
    assertThat(world.enrollment(second).timeline().getLast().detail()).isEqualTo("bounced");
    assertThat(world.timeline(first)).endsWith(Entry.Type.BOUNCED);
    assertThat(world.enrollment(first).timeline())
        .filteredOn(entry -> entry.type() == Entry.Type.STOPPED)
        .extracting(Entry::detail)
        .containsExactly("reenrolled");
  }

  @Test
  void a_repetition_finishes_what_a_crash_left_and_suppresses_nobody_anew() {
    EnrollmentId first = sent();
    String mail = mail(0);
    EnrollmentId second = reenrolled(first);
    hear(first, 1, mail, HARD);
    world.memory.suppressions().delete(ADA);

    assertThat(hear(first, 1, mail, HARD)).isFalse();

    assertThat(world.memory.suppressions().find(ADA)).isEmpty();
    assertThat(state(second)).isEqualTo("stopped");
  }

  @Test
  void soft_bounces_end_it_when_there_are_as_many_as_the_settings_say() {
    publish(1, limit(2, Settings.DEFAULTS.stopOn()), EnrollmentExamples.version().steps());
    EnrollmentId id = sent();

    hear(id, 1, SOFT);
    hear(id, 1, SOFT);
    assertThat(state(id)).isEqualTo("active");
    world.next();
    hear(id, 2, SOFT);

    assertThat(state(id)).isEqualTo("stopped");
    assertThat(world.memory.suppressions().find(ADA)).isEmpty();
    assertThat(world.enrollment(id).timeline())
        .filteredOn(entry -> entry.type() == Entry.Type.BOUNCED)
        .extracting(Entry::detail)
        .containsExactly("soft 4.2.2 MailboxFull", "soft 4.2.2 MailboxFull");
  }

  @Test
  void without_bounce_in_stop_on_soft_bounces_are_told_only_and_a_hard_one_ends_it_all_the_same() {
    Set<StopOn> replyOnly = EnumSet.of(StopOn.REPLY);
    publish(1, limit(1, replyOnly), EnrollmentExamples.version().steps());
    EnrollmentId id = sent();

    hear(id, 1, SOFT);
    assertThat(state(id)).isEqualTo("active");
    hear(id, 1, HARD);

    assertThat(state(id)).isEqualTo("stopped");
    assertThat(world.memory.suppressions().find(ADA)).isPresent();
  }

  @Test
  void a_bounce_or_complaint_of_the_copy_does_not_touch_the_contact() {
    EnrollmentId id = sent();

    assertThat(hear(id, copy(HARD))).isFalse();
    assertThat(hear(id, copy(COMPLAINT))).isFalse();
    assertThat(hear(id, copy(DELIVERED))).isFalse();

    assertThat(world.timeline(id)).containsExactly(Entry.Type.ENROLLED, Entry.Type.SENT);
    assertThat(world.memory.suppressions().find(ADA)).isEmpty();
  }

  @Test
  void a_rejected_mail_fails_the_enrollment_and_a_retry_goes_on() {
    EnrollmentId id = sent();

    hear(id, 1, REJECT);
    String failed = state(id);
    world.toTheEnd();
    assertThat(world.letters()).hasSize(1);
    done(world.move.retry(id, world.admin()));
    world.next();

    assertThat(failed).isEqualTo("failed");
    assertThat(world.enrollment(id).timeline())
        .extracting(Entry::detail)
        .contains("SES rejected the mail of step 1: Bad content");
    assertThat(world.letters()).hasSize(2);
  }

  @Test
  void a_retry_does_not_send_again_what_was_just_leaving_when_another_mail_was_rejected() {
    EnrollmentId id = sent();
    world.whileSending = () -> hear(id, 1, REJECT);
    world.next();

    assertThat(state(id)).isEqualTo("failed");
    assertThat(world.enrollment(id).step()).contains(3);
    done(world.move.retry(id, world.admin()));
    world.toTheEnd();
    assertThat(world.letters()).hasSize(2);
    assertThat(state(id)).isEqualTo("awaiting_task");
  }

  @Test
  void a_switch_does_not_hide_a_rejected_mail() {
    EnrollmentId id = sent();
    done(
        world.turn.pause(
            new Scope.Everything(),
            new TurnSwitch.Wish(null, null),
            world.admin(),
            () -> Duration.ofSeconds(30)));

    hear(id, 1, REJECT);

    assertThat(state(id)).isEqualTo("failed");
  }

  @Test
  void a_person_who_paused_it_is_told_of_a_rejected_mail() {
    EnrollmentId id = sent();
    done(world.move.pause(id, world.admin()));

    hear(id, 1, REJECT);

    assertThat(state(id)).isEqualTo("paused");
    assertThat(world.timeline(id)).endsWith(Entry.Type.REJECTED);
  }

  @Test
  void a_hundred_opens_by_scanners_are_one_line() {
    EnrollmentId id = sent();
    for (int i = 0; i < 100; i++) {
      hear(id, 1, new News.Opened());
      hear(id, 1, new News.Clicked());
    }

    assertThat(world.timeline(id)).hasSize(4).endsWith(Entry.Type.OPENED, Entry.Type.CLICKED);
  }

  @Test
  void a_bounce_that_comes_as_a_mail_too_counts_once() {
    EnrollmentId id = sent();
    hear(id, 1, SOFT);

    boolean again = hear(id, new MailReport(Mail.named(mail(0)), SOFT, MailExamples.ses(world)));
    world.next();
    MailReport strange = new MailReport(Mail.named("inbound1"), SOFT, MailExamples.ses(world));
    boolean other = hear(id, strange);
    world.next();

    assertThat(again).isFalse();
    assertThat(other).isTrue();
    assertThat(hear(id, strange)).isFalse();
  }

  @Test
  void what_a_mail_system_says_does_not_hide_what_the_person_has_said() {
    EnrollmentId id = sent();
    Suppression optOut = suppression(ADA.value());
    world.suppress.address(ADA, optOut, world.admin());

    hear(id, 1, HARD);
    assertThat(world.memory.suppressions().find(ADA)).contains(optOut);
    hear(id, 1, COMPLAINT);

    assertThat(world.memory.suppressions().find(ADA))
        .hasValueSatisfying(
            kept -> assertThat(kept.reason()).isEqualTo(Suppression.Reason.COMPLAINED));
  }

  @Test
  void what_others_wrote_is_one_bounded_line() {
    EnrollmentId id = sent();

    hear(id, 1, new News.Bounced(false, "4.0.0\r\n <x@y> " + "z".repeat(9_999)));

    assertThat(world.enrollment(id).timeline().getLast().detail())
        .startsWith("soft 4.0.0 x@y zzz")
        .hasSizeLessThan(220);
  }

  private EnrollmentId sent() {
    EnrollmentId id = enrolled();
    world.next();
    assertThat(state(id)).isEqualTo("active");
    return id;
  }

  private EnrollmentId reenrolled(EnrollmentId id) {
    return done(world.reenroll.reenroll(id, 1, world.admin())).id();
  }

  private static Settings limit(int softBounces, Set<StopOn> stopOn) {
    Settings d = Settings.DEFAULTS;
    return new Settings(
        d.timeZone(),
        d.windows(),
        d.threading(),
        stopOn,
        d.holidays(),
        d.onUnknownOutcome(),
        d.unknownGrace(),
        d.optOutLine(),
        d.outOfOffice(),
        softBounces);
  }

  /** SES's id of the mail that left as this one, counted from 0. */
  private String mail(int number) {
    return world.memory.mailer().outbox().get(number).messageId();
  }

  private MailReport copy(News news) {
    Mail mail = new Mail(1, 1, mail(0));
    return new MailReport(mail, news, List.of("log@crm.example"), MailExamples.ses(world));
  }

  /** Told of the mail of that step, which was the one with that number. */
  private boolean hear(EnrollmentId id, int step, News news) {
    return hear(id, step, mail(step - 1), news);
  }

  private boolean hear(EnrollmentId id, int step, String mail, News news) {
    return hear(id, MailExamples.report(world, step, 1, mail, news));
  }

  private boolean hear(EnrollmentId id, MailReport report) {
    return world.hear.heard(id, report);
  }
}
