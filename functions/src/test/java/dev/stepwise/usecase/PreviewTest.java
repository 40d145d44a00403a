package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Country;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Forecast;
import dev.stepwise.enrollment.State;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.usecase.Preview.Calendar;
import dev.stepwise.usecase.Preview.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreviewTest extends UseCaseTest {
  private static final SequenceId SEQUENCE = EnrollmentExamples.SEQUENCE;

  private final Preview preview =
      new Preview(
          world.files,
          world.memory.senders(),
          world.memory.contacts(),
          new Places(world.memory.ledgers(), world.memory.senders()),
          () -> world.now);

  @Test
  void nothing_is_written_and_the_enrollment_keeps_what_was_foreseen() {
    Calendar before = done(preview.ofNew(SEQUENCE, ada(null), world.admin()));
    assertThat(all()).isZero();

    EnrollmentId id = enrolled();

    Calendar after = done(preview.of(SEQUENCE, id, world.admin()));
    assertThat(world.enrollment(id).state())
        .isInstanceOfSatisfying(
            State.Active.class,
            s -> assertThat(s.due().at()).isEqualTo(before.steps().getFirst().at()));
    assertThat(after.steps())
        .extracting(Forecast::at)
        .isEqualTo(before.steps().stream().map(Forecast::at).toList());
    assertThat(after.zone()).hasToString("Europe/Rome (sender)");
  }

  @Test
  void what_is_known_of_the_contact_counts_as_at_enrolling() {
    EmailAddress bob = new EmailAddress("bob@prospect.example");
    results(request(good(new Contact(bob, "Bob", null, null, null, new Country("JP"), Map.of()))));

    assertThat(zone(Contact.of(bob))).isEqualTo("Asia/Tokyo (country)");
    assertThat(zone(new Contact(bob, null, null, null, ZoneId.of("Asia/Seoul"), null, Map.of())))
        .isEqualTo("Asia/Seoul (contact)");
  }

  @Test
  void what_cannot_be_enrolled_cannot_be_foreseen() {
    Wanted late = ada(world.now.plus(Duration.ofDays(367)));
    Wanted step5 = new Wanted(EnrollmentExamples.ada(), RITA, 5, null);
    EmailAddress nobody = new EmailAddress("nobody@example.com");
    Wanted stranger = new Wanted(EnrollmentExamples.ada(), nobody, 1, null);

    assertThat(field(preview.ofNew(SEQUENCE, late, world.admin()))).isEqualTo("startAt");
    assertThat(field(preview.ofNew(SEQUENCE, step5, world.admin()))).isEqualTo("startAtStep");
    assertThat(field(preview.ofNew(SEQUENCE, stranger, world.admin()))).isEqualTo("sender");
    assertThat(refused(preview.ofNew(SEQUENCE, ada(null), world.rep("somebody"))))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThat(refused(preview.ofNew(new SequenceId("other"), ada(null), world.admin())))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  void an_enrollment_must_be_of_the_sequence_and_of_an_own_sender() {
    EnrollmentId id = enrolled();
    EnrollmentId none = new EnrollmentId("none");

    assertThat(field(preview.of(SEQUENCE, none, world.admin()))).isEqualTo("enrollment");
    assertThat(field(preview.of(new SequenceId("other"), id, world.admin())))
        .isEqualTo("enrollment");
    assertThat(refused(preview.of(SEQUENCE, id, world.rep("somebody"))))
        .isInstanceOf(Refusal.Forbidden.class);
  }

  private String zone(Contact contact) {
    Wanted wanted = new Wanted(contact, RITA, 1, null);
    return done(preview.ofNew(SEQUENCE, wanted, world.admin())).zone().toString();
  }

  private static Wanted ada(@Nullable Instant startAt) {
    return new Wanted(EnrollmentExamples.ada(), RITA, 1, startAt);
  }

  private static Optional<String> fieldOf(Refusal refusal) {
    return refusal instanceof Refusal.Invalid(String field, String _)
        ? Optional.of(field)
        : Optional.empty();
  }

  private static String field(Answer<?> answer) {
    return fieldOf(refused(answer)).orElseThrow();
  }
}
