package dev.stepwise.usecase;

import static dev.stepwise.cadence.CadenceExamples.at;
import static dev.stepwise.usecase.EnrollResult.Status.ENROLLED;
import static dev.stepwise.usecase.EnrollResult.Status.REJECTED;
import static dev.stepwise.usecase.EnrollResult.Status.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.OwnCopy;
import dev.stepwise.enrollment.StopReason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnrollTest extends UseCaseTest {
  private static final Contact BOB =
      new Contact(
          new EmailAddress("bob@prospect.example"), "Bob", null, null, null, null, Map.of());

  @Test
  void each_contact_gets_a_result_in_the_order_of_the_call() {
    Contact nameless = Contact.of(new EmailAddress("x@prospect.example"));

    List<EnrollResult> results =
        results(
            request(
                good(EnrollmentExamples.ada()),
                new Candidate.Bad("nonsense", "email must be an address"),
                good(nameless),
                good(BOB),
                good(EnrollmentExamples.ada())));

    assertThat(results)
        .extracting(EnrollResult::status)
        .containsExactly(ENROLLED, REJECTED, REJECTED, ENROLLED, REJECTED);
    assertThat(results.get(1).reason()).isEqualTo("email must be an address");
    assertThat(results.get(2).reason())
        .isEqualTo(
            "step 1: contact.firstName has no value and no fallback; "
                + "step 3: contact.firstName has no value and no fallback");
    assertThat(results.get(4).reason()).contains("more than once");
    assertThat(all()).isEqualTo(2);
  }

  @Test
  void the_timeline_tells_by_whose_clock_it_goes() {
    EnrollmentId id = enrolled();

    assertThat(world.enrollment(id).timeline().getFirst().detail())
        .isEqualTo("version 1, Europe/Rome (sender)");
  }

  @Test
  void who_is_active_already_is_skipped_and_may_come_again_when_over() {
    EnrollmentId first = enrolled();

    EnrollResult second = results(request(good(EnrollmentExamples.ada()))).getFirst();
    assertThat(second.status()).isEqualTo(SKIPPED);
    assertThat(second.enrollment()).isEqualTo(first);

    done(world.move.stop(first, StopReason.STOPPED_BY_USER, world.admin()));
    assertThat(enrolled()).isNotEqualTo(first);
  }

  @Test
  void who_has_a_mail_just_leaving_is_skipped() {
    EnrollmentId id = enrolled();
    world.whileSending =
        () -> {
          done(world.move.stop(id, StopReason.REPLIED, world.admin()));
          EnrollResult result = results(request(good(EnrollmentExamples.ada()))).getFirst();
          assertThat(result.reason()).isEqualTo("already enrolled: a mail of it is just leaving");
        };

    world.toTheEnd();

    assertThat(all()).isEqualTo(1);
  }

  @Test
  void suppressed_addresses_and_domains_are_skipped() {
    world.memory.suppressions().save(ADA, suppression(ADA.value()));
    world.memory.suppressions().save(BOB.email().domain(), suppression("prospect.example"));

    List<EnrollResult> results = results(request(good(EnrollmentExamples.ada()), good(BOB)));

    assertThat(results).extracting(EnrollResult::status).containsOnly(SKIPPED);
    assertThat(results).extracting(EnrollResult::reason).containsOnly("suppressed: unsubscribed");
    assertThat(all()).isZero();
  }

  @Test
  void misplaced_own_copy_is_rejected() {
    OwnCopy own = new OwnCopy("Subject", null);
    Candidate.Good misplaced =
        new Candidate.Good("ada", EnrollmentExamples.ada(), Map.of(2, own, 3, own, 9, own));

    EnrollResult result = results(request(misplaced)).getFirst();

    assertThat(result.status()).isEqualTo(REJECTED);
    assertThat(result.reason()).contains("overrides.2", "overrides.3", "overrides.9");
  }

  @Test
  void a_dry_run_writes_nothing() {
    EnrollRequest dry = request(1, null, true, good(EnrollmentExamples.ada()), good(BOB));

    List<EnrollResult> results = results(dry);

    assertThat(results).extracting(EnrollResult::status).containsOnly(ENROLLED);
    assertThat(results).extracting(EnrollResult::enrollment).containsOnlyNulls();
    assertThat(all()).isZero();
    assertThat(world.memory.timers().next()).isEmpty();
    assertThat(world.memory.contacts().card(ADA).contact()).isEmpty();
  }

  @Test
  void a_later_first_step_comes_at_once_as_a_new_thread() {
    EnrollmentId id = enrolledAtStep(2);

    world.next();

    assertThat(world.fired).containsExactly(Fired.SENT);
    assertThat(world.now).isEqualTo(at("2026-11-04T12:00:00+01:00"));
    assertThat(world.letters().getFirst().subject()).isEqualTo("Hello Ada");
    assertThat(step(world.enrollment(id))).isEqualTo(3);
  }

  @Test
  void a_start_on_a_sunday_waits_for_monday() {
    // Sunday, 8 November 2026, +01:00.
    results(request(1, at("2026-11-08T10:00:00+01:00"), false, good(EnrollmentExamples.ada())));

    world.next();

    assertThat(world.now).isEqualTo(at("2026-11-09T09:00:00+01:00"));
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void steps_and_starts_that_cannot_be_refuse_the_call() {
    Candidate ada = good(EnrollmentExamples.ada());

    assertThat(field(request(0, null, false, ada))).isEqualTo("startAtStep");
    assertThat(field(request(5, null, false, ada))).isEqualTo("startAtStep");
    assertThat(field(request(1, world.now.minusSeconds(61), false, ada))).isEqualTo("startAt");
    assertThat(field(request(1, world.now.plusSeconds(367 * 86_400L), false, ada)))
        .isEqualTo("startAt");
    assertThat(all()).isZero();
  }

  @Test
  void only_who_is_bound_to_the_sender_may_enroll() {
    EnrollRequest request = request(good(EnrollmentExamples.ada()));

    assertThat(refused(world.enroll(request, world.rep("mallory"))))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThat(done(world.enroll(request, world.rep("rita")))).hasSize(1);
  }

  @Test
  void a_repeated_call_finds_its_own() {
    EnrollRequest request = request(good(EnrollmentExamples.ada()), good(BOB));
    List<EnrollResult> first = results(request.as("key", false));
    world.next();

    List<EnrollResult> again = results(request.as("key", true));

    assertThat(again).isEqualTo(first);
    assertThat(all()).isEqualTo(2);
  }

  private String field(EnrollRequest request) {
    return ((Refusal.Invalid) refused(world.enroll(request, world.admin()))).field();
  }
}
