package dev.stepwise.usecase;

import static dev.stepwise.enrollment.EnrollmentExamples.SEQUENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.StaleVersionException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments.Entrance;
import dev.stepwise.sequence.Draft;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.Settings;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class AuthorTest extends UseCaseTest {
  @Test
  void who_publishes_over_another_is_told_the_current_version() {
    var steps = EnrollmentExamples.version().steps();
    done(publish(1, Settings.DEFAULTS, steps));

    Refusal refusal = refused(publish(1, Settings.DEFAULTS, steps));

    assertThat(refusal).isEqualTo(new Refusal.Outdated(2));
    assertThat(sequence().current().number()).isEqualTo(2);
  }

  @Test
  void two_writes_from_the_same_head_lose_one() {
    Sequence head = sequence();
    Draft draft = draft(RITA);
    world.memory.sequences().save(head, head.published(draft, world.now));

    Assertions.assertThatThrownBy(
            () -> world.memory.sequences().save(head, head.published(draft, world.now)))
        .isInstanceOf(StaleVersionException.class);
  }

  @Test
  void an_enrollment_stays_on_its_version() {
    EnrollmentId id = enrolled();
    publish(
        1, Settings.DEFAULTS, java.util.List.of(EnrollmentExamples.opening("z", "Other", "Other")));

    world.next();

    assertThat(world.letters().getFirst().subject()).isEqualTo("Hello Ada");
    assertThat(step(world.enrollment(id))).isEqualTo(2);
  }

  @Test
  void creating_twice_under_one_id_answers_what_is_there() {
    Sequence first = sequence();

    Sequence again = done(world.author.create(SEQUENCE, draft(null), world.admin()));

    assertThat(again).isEqualTo(first);
  }

  @Test
  void a_version_that_names_no_owner_leaves_the_owner_as_it_is() {
    Sequence next = done(world.author.publish(SEQUENCE, draft(null), 1, world.rep("rita")));

    assertThat(next.owner()).isEqualTo(RITA);
    assertThat(next.current().number()).isEqualTo(2);
  }

  @Test
  void a_rep_owns_what_the_rep_writes() {
    EmailAddress other = new EmailAddress("other@example.com");

    assertThat(refused(world.author.create(SEQUENCE, draft(other), world.rep("rita"))))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThat(done(world.author.create(SEQUENCE, draft(null), world.rep("rita"))).owner())
        .isEqualTo(RITA);
    assertThat(refused(world.author.publish(SEQUENCE, draft(other), 1, world.rep("rita"))))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThat(refused(world.author.publish(SEQUENCE, draft(RITA), 1, world.rep("mallory"))))
        .isInstanceOf(Refusal.Forbidden.class);
    done(world.author.publish(SEQUENCE, draft(RITA), 1, world.rep("rita")));
  }

  @Test
  void an_archived_sequence_takes_nobody_and_lets_the_active_finish() {
    EnrollmentId id = enrolled();

    done(world.author.archive(SEQUENCE, world.admin()));
    world.next();

    assertThat(step(world.enrollment(id))).isEqualTo(2);
    assertThat(conflict(world.enroll(request(good(EnrollmentExamples.ada())), world.admin())))
        .contains("archived");
    assertThat(conflict(publish(1, Settings.DEFAULTS, EnrollmentExamples.version().steps())))
        .contains("archived");
    assertThat(conflict(world.reenroll.reenroll(id, 1, world.admin()))).contains("archived");
  }

  @Test
  void archiving_can_stop_whoever_is_active() {
    EnrollmentId id = enrolled();
    done(world.author.archive(SEQUENCE, world.admin()));

    var none = world.author.stopActive(SEQUENCE, world.admin(), () -> Duration.ofSeconds(4));
    assertThat(none).isEqualTo(new Author.Stopped(0, false));
    var all = world.author.stopActive(SEQUENCE, world.admin(), () -> Duration.ofSeconds(30));
    assertThat(all).isEqualTo(new Author.Stopped(1, true));

    assertThat(state(id)).isEqualTo("stopped");
    assertThat(world.enrollment(id).timeline().getLast().detail()).isEqualTo("sequence_archived");
  }

  @Test
  void archiving_can_stop_who_waits_for_somebody_to_be_back() {
    Enrollment held = EnrollmentExamples.heldAtStep(2);
    world
        .memory
        .enrollments()
        .create(new Entrance(held, EnrollmentExamples.ada(), Map.of(), null, null, null));

    var all = world.author.stopActive(SEQUENCE, world.admin(), () -> Duration.ofSeconds(30));

    assertThat(all).isEqualTo(new Author.Stopped(1, true));
    assertThat(state(held.id())).isEqualTo("stopped");
  }

  private Sequence sequence() {
    return world.memory.sequences().find(SEQUENCE).orElseThrow();
  }

  private static Draft draft(@org.jspecify.annotations.Nullable EmailAddress owner) {
    return new Draft("x", owner, Settings.DEFAULTS, EnrollmentExamples.version().steps());
  }
}
