package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.StepwiseException;
import dev.stepwise.contact.Suppression;
import dev.stepwise.contact.Suppression.Reason;
import dev.stepwise.enrollment.By;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.MailReport;
import dev.stepwise.inbound.ErasableMails;
import dev.stepwise.mail.SendResult;
import dev.stepwise.task.TaskId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A person who is erased. */
class EraseContactTest extends UseCaseTest {
  @Test
  void who_is_erased_gets_nothing_more_and_nothing_tells_of_the_person() {
    EnrollmentId old = enrolledAtStep(3);
    world.next();
    done(world.tasks.complete(TaskId.of(old.value(), 3), world.admin()));
    world.toTheEnd();
    EnrollmentId active = enrolled();
    world.next();
    int sent = world.letters().size();
    world.mails.keep("m1", ADA);
    world.mails.keep("m2", RITA);

    erase();
    world.toTheEnd();

    assertThat(world.letters()).hasSize(sent);
    assertThat(state(old)).isEqualTo("finished");
    assertThat(state(active)).isEqualTo("stopped");
    assertThat(world.enrollment(active).timeline().getLast().detail()).isEqualTo("erased");
    assertThat(world.enrollment(old).toString() + world.enrollment(active))
        .doesNotContain(ADA.value(), "Ada");
    assertThat(world.memory.tasks().find(TaskId.of(old.value(), 3)).orElseThrow().toString())
        .doesNotContain(ADA.value(), "Ada");
    assertThat(world.mails.kept()).containsExactly("m2");
    assertThat(world.memory.contacts().card(ADA).contact()).isEmpty();
    assertThat(world.contacts.find(ADA, world.admin()).enrollments()).isEmpty();
  }

  @Test
  void two_enrollments_of_one_erased_person_cannot_be_linked() {
    EnrollmentId old = enrolledAtStep(4);
    world.toTheEnd();
    EnrollmentId active = enrolled();

    erase();

    assertThat(world.enrollment(old).facts().contact())
        .isNotEqualTo(world.enrollment(active).facts().contact());
  }

  @Test
  void what_tells_of_no_person_stays() {
    EnrollmentId id = enrolled();
    world.next();
    Enrollment before = world.enrollment(id);

    erase();

    Enrollment after = world.enrollment(id);
    assertThat(after.timeline().getFirst().at()).isEqualTo(before.timeline().getFirst().at());
    assertThat(after.timeline().get(1).at()).isEqualTo(before.timeline().get(1).at());
    assertThat(after.timeline().get(1).detail()).isEmpty();
    assertThat(after.timeline().getFirst().detail()).isEqualTo("version 1");
    assertThat(after.facts().sender()).isEqualTo(RITA);
  }

  @Test
  void who_is_erased_is_skipped_when_imported_anew() {
    enrolled();
    erase();
    world.later(Duration.ofDays(90));

    EnrollResult result = results(request(good(EnrollmentExamples.ada()))).getFirst();

    assertThat(result.status()).isEqualTo(EnrollResult.Status.SKIPPED);
    assertThat(result.reason()).isEqualTo("suppressed: erased");
    assertThat(world.memory.contacts().card(ADA).contact()).isEmpty();
  }

  @Test
  void erased_twice_is_as_erased_once() {
    EnrollmentId id = enrolled();
    erase();
    Enrollment before = world.enrollment(id);
    Suppression suppression = world.memory.suppressions().find(ADA).orElseThrow();
    world.later(Duration.ofDays(1));

    erase();

    assertThat(world.enrollment(id)).isEqualTo(before);
    assertThat(world.memory.suppressions().find(ADA)).contains(suppression);
  }

  @Test
  void after_a_crash_the_same_again_finishes_it() {
    EnrollmentId id = enrolled();
    world.mails.keep("m1", ADA);
    world.mails.failNext();
    assertThatThrownBy(this::erase).isInstanceOf(StepwiseException.class);
    assertThat(state(id)).isEqualTo("stopped");
    assertThat(world.memory.suppressions().find(ADA)).isPresent();

    erase();

    assertThat(world.mails.kept()).isEmpty();
    assertThat(world.enrollment(id).facts().isErased()).isTrue();
  }

  @Test
  void who_is_not_known_is_suppressed_all_the_same() {
    erase();

    assertThat(world.memory.suppressions().find(ADA).orElseThrow().reason())
        .isEqualTo(Reason.ERASED);
    assertThat(world.memory.contacts().card(ADA).lockedBy()).isEqualTo(Contacts.NOBODY);
  }

  @Test
  void a_mail_that_is_just_leaving_is_recorded_without_a_word_of_the_person() {
    EnrollmentId id = enrolled();
    world.whileSending = this::erase;

    world.toTheEnd();

    Enrollment e = world.enrollment(id);
    assertThat(world.letters()).hasSize(1);
    assertThat(world.timeline(id))
        .containsExactly(Entry.Type.ENROLLED, Entry.Type.STOPPED, Entry.Type.SENT);
    assertThat(e.timeline().getLast().detail()).isEmpty();
    assertThat(e.thread()).isNull();
    assertThat(e.isOver()).isTrue();
  }

  @Test
  void an_erasure_between_claim_and_send_is_heeded() {
    EnrollmentId id = enrolled();
    world.beforeReading = this::erase;

    world.toTheEnd();

    assertThat(world.letters()).isEmpty();
    assertThat(world.enrollment(id).isOver()).isTrue();
    assertThat(world.enrollment(id).facts().isErased()).isTrue();
  }

  @Test
  void a_mail_whose_answer_was_lost_is_settled_after_the_erasure() {
    EnrollmentId id = enrolled();
    world.memory.mailer().loseNextAnswer(new SendResult.Unknown("timeout"));
    world.next();
    erase();

    By ses = new By(MailReport.SES, world.now);
    world.hear.heard(
        id, new MailReport(new MailReport.Mail(1, 1, "m1"), new MailReport.News.Sent(), ses));
    world.next();

    assertThat(world.enrollment(id).isOver()).isTrue();
    assertThat(world.timeline(id)).endsWith(Entry.Type.SENT);
    assertThat(world.enrollment(id).toString()).doesNotContain("Ada");
  }

  @Test
  void an_erased_enrollment_is_neither_corrected_nor_begun_anew() {
    EnrollmentId id = enrolled();
    erase();

    assertThat(
            conflict(world.edit.edit(id, c -> c.updated(EnrollmentExamples.ada()), world.admin())))
        .contains("erased");
    assertThat(conflict(world.reenroll.reenroll(id, 1, world.admin()))).contains("erased");
  }

  @Test
  void a_link_in_an_old_mail_changes_nothing_after_the_erasure() {
    EnrollmentId id = enrolled();
    erase();
    Enrollment before = world.enrollment(id);

    assertThat(world.optOut.optOut(id, "page")).isTrue();

    assertThat(world.enrollment(id)).isEqualTo(before);
    assertThat(world.memory.suppressions().find(ADA).orElseThrow().reason())
        .isEqualTo(Reason.ERASED);
  }

  @Test
  void a_later_word_of_a_mail_system_does_not_hide_that_the_person_was_erased() {
    erase();

    world.suppress.address(
        ADA, new Suppression(ADA.value(), Reason.BOUNCED, world.now, "ses", null), world.admin());

    assertThat(world.memory.suppressions().find(ADA).orElseThrow().reason())
        .isEqualTo(Reason.ERASED);
  }

  @Test
  void a_rep_sees_own_enrollments_only_and_an_admin_all() {
    EnrollmentId id = enrolled();

    ContactFile admins = world.contacts.find(ADA, world.admin());
    ContactFile ritas = world.contacts.find(ADA, world.rep("rita"));
    ContactFile mallorys = world.contacts.find(ADA, world.rep("mallory"));

    assertThat(admins.enrollments()).extracting(Enrollment::id).containsExactly(id);
    assertThat(admins.contact()).isEqualTo(EnrollmentExamples.ada());
    assertThat(ritas).isEqualTo(admins);
    assertThat(mallorys.isEmpty()).isTrue();
  }

  @Test
  void what_forbids_to_write_is_for_all_to_know() {
    world.memory.suppressions().save(ADA, suppression(ADA.value()));
    world.memory.suppressions().save(ADA.domain(), suppression("prospect.example"));

    assertThat(world.contacts.find(ADA, world.rep("mallory")).suppressions())
        .extracting(Suppression::target)
        .containsExactly(ADA.value(), "prospect.example");
  }

  @Test
  void an_opt_out_of_the_same_moment_does_not_hide_the_erasure() {
    enrolled();
    Suppression said =
        new Suppression(ADA.value(), Reason.UNSUBSCRIBED, world.now, "contact", null);
    ErasableMails meanwhile = (_, _) -> world.memory.suppressions().save(ADA, said);

    new EraseContact(world.contacts, meanwhile, world.move, () -> world.now)
        .erase(ADA, world.admin());

    assertThat(world.memory.suppressions().find(ADA).orElseThrow().reason())
        .isEqualTo(Reason.ERASED);
  }

  private void erase() {
    world.erase.erase(ADA, world.admin());
  }
}
