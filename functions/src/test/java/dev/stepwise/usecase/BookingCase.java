package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.booking.Booking;
import dev.stepwise.booking.Booking.Kind;
import dev.stepwise.booking.Tool;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.mail.Token.Purpose;
import dev.stepwise.mail.Tokens;
import dev.stepwise.usecase.HearOfBooking.Heard;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Meetings that Calendly tells of. */
abstract class BookingCase extends UseCaseTest {
  static final Instant START = Instant.parse("2026-12-01T09:00:00Z");
  static final EmailAddress SOMEBODY = new EmailAddress("ada.private@mail.example");

  final Tokens tokens = new Tokens(world.memory.signingKeys());
  final HearOfBooking hear =
      new HearOfBooking(
          new Booked(world.memory.enrollments(), world.memory.contacts(), tokens),
          world.move,
          world.memory.deliveries(),
          () -> world.now);

  final EnrollmentId holder(EmailAddress person) {
    EnrollmentId id = world.memory.contacts().card(person).lockedBy();
    assertThat(id).isNotNull();
    return Objects.requireNonNull(id);
  }

  final String token(Purpose purpose, EnrollmentId id) {
    return tokens.of(purpose, id, world.now).toString();
  }

  final Heard hear(Kind kind, String id, @Nullable String token, EmailAddress... people) {
    return hear.hear(booking(kind, id, token, people), tool());
  }

  final Authority tool() {
    return new Authority("calendly", false, world.memory.senders());
  }

  static Booking booking(Kind kind, String id, @Nullable String token, EmailAddress... people) {
    return new Booking(Tool.CALENDLY, kind, id, START, token, List.of(people));
  }
}
