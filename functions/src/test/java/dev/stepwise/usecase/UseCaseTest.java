package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.sequence.Draft;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.Step;
import dev.stepwise.sequence.UnknownOutcome;
import dev.stepwise.timer.StepDue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** Rita's sequence of four steps, and Ada to enroll into it. */
abstract class UseCaseTest {
  static final EmailAddress ADA = EnrollmentExamples.ada().email();
  static final EmailAddress RITA = EnrollmentExamples.rita().email();

  World world = new World();

  @BeforeEach
  void a_sender_and_a_sequence() {
    world.memory.senders().save(Optional.empty(), EnrollmentExamples.rita());
    create(Settings.DEFAULTS, EnrollmentExamples.version().steps());
  }

  final void create(Settings settings, List<Step> steps) {
    Draft draft = new Draft("Follow-up", RITA, settings, steps);
    world.author.create(EnrollmentExamples.SEQUENCE, draft, world.admin());
  }

  /** The same sequence, with another rule for mails of which nobody can tell. */
  final void publish(UnknownOutcome rule) {
    Settings d = Settings.DEFAULTS;
    Settings settings =
        new Settings(
            d.timeZone(),
            d.windows(),
            d.threading(),
            d.stopOn(),
            d.holidays(),
            rule,
            d.unknownGrace(),
            d.optOutLine(),
            d.outOfOffice(),
            d.softBounceLimit());
    publish(1, settings, EnrollmentExamples.version().steps());
  }

  final Answer<dev.stepwise.sequence.Sequence> publish(
      int expected, Settings settings, List<Step> steps) {
    Draft draft = new Draft("Follow-up", RITA, settings, steps);
    return world.author.publish(EnrollmentExamples.SEQUENCE, draft, expected, world.admin());
  }

  static Candidate good(Contact contact) {
    return new Candidate.Good(contact.email().value(), contact, Map.of());
  }

  static EnrollRequest request(Candidate... candidates) {
    return request(1, null, false, candidates);
  }

  static EnrollRequest request(
      int step, @org.jspecify.annotations.Nullable Instant at, boolean dry, Candidate... whom) {
    return new EnrollRequest(
        EnrollmentExamples.SEQUENCE, RITA, step, at, dry, List.of(whom), null, false);
  }

  final List<EnrollResult> results(EnrollRequest request) {
    return done(world.enroll(request, world.admin()));
  }

  /** Ada, enrolled at that step. */
  final EnrollmentId enrolledAtStep(int step) {
    EnrollResult result =
        results(request(step, null, false, good(EnrollmentExamples.ada()))).getFirst();
    assertThat(result.reason()).isNull();
    return java.util.Objects.requireNonNull(result.enrollment());
  }

  final EnrollmentId enrolled() {
    return enrolledAtStep(1);
  }

  final String state(EnrollmentId id) {
    return world.enrollment(id).state().wire();
  }

  /** The wake that is armed or queued next, taken off. */
  final StepDue wake() {
    Instant at = world.memory.timers().next().orElseThrow();
    world.now = at.isAfter(world.now) ? at : world.now;
    return world.memory.timers().take(world.now).orElseThrow();
  }

  final Suppression suppression(String target) {
    return new Suppression(target, Suppression.Reason.UNSUBSCRIBED, world.now, "contact", null);
  }

  /** How many enrollments there are. */
  final int all() {
    var any = new Enrollments.Query(null, null, null, null);
    return world.memory.enrollments().list(any, null).items().size();
  }

  static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  static Refusal refused(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer).why();
  }

  static String conflict(Answer<?> answer) {
    assertThat(refused(answer)).isInstanceOf(Refusal.Conflict.class);
    return ((Refusal.Conflict) refused(answer)).why();
  }

  static int step(Enrollment e) {
    return e.step().orElse(0);
  }
}
