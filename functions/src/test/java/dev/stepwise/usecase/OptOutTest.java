package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.contact.Suppression;
import dev.stepwise.contact.Suppression.Reason;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A contact who wants no more mail. */
class OptOutTest extends UseCaseTest {
  @Test
  void who_opts_out_is_suppressed_and_gets_nothing_more() {
    EnrollmentId id = enrolled();
    world.next();
    Instant said = world.now;

    boolean known = world.optOut.optOut(id, "page");
    world.toTheEnd();

    assertThat(known).isTrue();
    assertThat(world.memory.suppressions().find(ADA))
        .contains(new Suppression(ADA.value(), Reason.UNSUBSCRIBED, said, "contact", null));
    assertThat(world.letters()).hasSize(1);
    assertThat(world.timeline(id))
        .containsExactly(
            Entry.Type.ENROLLED, Entry.Type.SENT, Entry.Type.OPTED_OUT, Entry.Type.STOPPED);
    Entry told = world.enrollment(id).timeline().get(2);
    assertThat(told).isEqualTo(new Entry(said, Entry.Type.OPTED_OUT, 2, "contact", "page"));
    assertThat(world.enrollment(id).timeline().getLast().detail()).isEqualTo("unsubscribed");
  }

  @Test
  void said_twice_it_is_as_said_once() {
    EnrollmentId id = enrolled();
    Instant first = world.now;
    world.optOut.optOut(id, "page");
    Enrollment before = world.enrollment(id);
    world.later(Duration.ofDays(3));

    assertThat(world.optOut.optOut(id, "one-click")).isTrue();

    assertThat(world.enrollment(id)).isEqualTo(before);
    assertThat(world.memory.suppressions().find(ADA).orElseThrow().since()).isEqualTo(first);
  }

  @Test
  void a_link_of_an_enrollment_that_ended_long_ago_stops_the_one_of_today() {
    EnrollmentId old = enrolledAtStep(4);
    world.toTheEnd();
    world.later(Duration.ofDays(300));
    EnrollmentId today = enrolled();

    world.optOut.optOut(old, "one-click");

    assertThat(state(old)).isEqualTo("finished");
    assertThat(world.timeline(old)).endsWith(Entry.Type.FINISHED, Entry.Type.OPTED_OUT);
    assertThat(state(today)).isEqualTo("stopped");
    assertThat(world.timeline(today)).endsWith(Entry.Type.OPTED_OUT, Entry.Type.STOPPED);
  }

  @Test
  void a_mail_that_is_just_leaving_is_recorded_and_is_the_last_one() {
    EnrollmentId id = enrolled();
    world.whileSending = () -> world.optOut.optOut(id, "one-click");

    world.toTheEnd();

    assertThat(world.letters()).hasSize(1);
    assertThat(world.timeline(id))
        .containsExactly(
            Entry.Type.ENROLLED, Entry.Type.OPTED_OUT, Entry.Type.STOPPED, Entry.Type.SENT);
    assertThat(world.enrollment(id).isOver()).isTrue();
  }

  @Test
  void an_opt_out_between_claim_and_send_is_heeded() {
    EnrollmentId id = enrolled();
    world.beforeReading = () -> world.optOut.optOut(id, "one-click");

    world.toTheEnd();

    assertThat(world.letters()).isEmpty();
    assertThat(world.enrollment(id).isOver()).isTrue();
  }

  @Test
  void an_open_task_is_cancelled() {
    EnrollmentId id = enrolledAtStep(3);
    world.next();
    assertThat(state(id)).isEqualTo("awaiting_task");

    world.optOut.optOut(id, "page");

    assertThat(world.enrollment(id).openTasks()).isEmpty();
    assertThat(state(id)).isEqualTo("stopped");
  }

  @ParameterizedTest
  @EnumSource(names = {"MANUAL", "BOUNCED"})
  void what_the_person_says_is_more_than_what_a_machine_or_a_rep_said(Reason before) {
    EnrollmentId id = enrolled();
    save(before);

    world.optOut.optOut(id, "page");

    assertThat(world.memory.suppressions().find(ADA).orElseThrow().reason())
        .isEqualTo(Reason.UNSUBSCRIBED);
  }

  @Test
  void a_complaint_stays_a_complaint() {
    EnrollmentId id = enrolled();
    save(Reason.COMPLAINED);

    world.optOut.optOut(id, "page");

    assertThat(world.memory.suppressions().find(ADA).orElseThrow().reason())
        .isEqualTo(Reason.COMPLAINED);
    assertThat(state(id)).isEqualTo("stopped");
  }

  @Test
  void an_enrollment_that_nobody_knows_opts_nobody_out() {
    assertThat(world.optOut.optOut(EnrollmentExamples.ID, "page")).isFalse();
    assertThat(world.memory.suppressions().find(ADA)).isEmpty();
  }

  private void save(Reason reason) {
    world
        .memory
        .suppressions()
        .save(ADA, new Suppression(ADA.value(), reason, world.now, "rita", null));
  }
}
