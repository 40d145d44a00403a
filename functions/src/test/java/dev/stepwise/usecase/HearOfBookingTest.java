package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.booking.Booking;
import dev.stepwise.booking.Booking.Kind;
import dev.stepwise.booking.Deliveries;
import dev.stepwise.booking.Tool;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.mail.Token.Purpose;
import dev.stepwise.mail.Tokens;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.StopOn;
import dev.stepwise.usecase.HearOfBooking.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HearOfBookingTest extends UseCaseTest {
  private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");
  private static final EmailAddress SOMEBODY = new EmailAddress("ada.private@mail.example");

  private final Tokens tokens = new Tokens(world.memory.signingKeys());
  private final HearOfBooking hear =
      new HearOfBooking(
          new Booked(world.memory.enrollments(), world.memory.contacts(), tokens),
          world.move,
          world.memory.deliveries(),
          () -> world.now);

  @Test
  void a_meeting_stops_the_enrollment_before_the_next_mail() {
    EnrollmentId id = enrolled();
    world.next();

    Heard heard = hear(Kind.CREATED, "m1", null, ADA);
    world.toTheEnd();

    assertThat(heard).isEqualTo(Heard.MATCHED);
    assertThat(world.timeline(id))
        .containsExactly(
            Entry.Type.ENROLLED, Entry.Type.SENT, Entry.Type.MEETING, Entry.Type.STOPPED);
    Entry meeting = world.enrollment(id).timeline().get(2);
    assertThat(meeting.by()).isEqualTo("calendly");
    assertThat(meeting.detail()).startsWith("created for " + START + ", ref ");
    assertThat(world.enrollment(id).timeline().get(3).detail()).isEqualTo("meeting_booked");
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void the_links_token_finds_the_enrollment_whatever_address_was_typed_in() {
    EnrollmentId id = enrolled();

    assertThat(hear(Kind.CREATED, "m1", token(Purpose.BOOKING, id), SOMEBODY))
        .isEqualTo(Heard.MATCHED);
    assertThat(state(id)).isEqualTo("stopped");
  }

  @Test
  void a_token_that_is_none_of_ours_finds_nobody() {
    EnrollmentId id = enrolled();

    assertThat(hear(Kind.CREATED, "m1", token(Purpose.REPLY, id), SOMEBODY))
        .isEqualTo(Heard.UNMATCHED);
    assertThat(hear(Kind.CREATED, "m2", "newsletter", SOMEBODY)).isEqualTo(Heard.UNMATCHED);
    assertThat(hear(Kind.CREATED, "m3", "b".repeat(40), SOMEBODY)).isEqualTo(Heard.UNMATCHED);
    assertThat(state(id)).isEqualTo("active");
  }

  @Test
  void the_token_of_an_old_mail_stops_what_holds_that_person_now() {
    EnrollmentId old = enrolled();
    done(world.reenroll.reenroll(old, 1, world.admin()));
    EnrollmentId now = holder(ADA);

    hear(Kind.CREATED, "m1", token(Purpose.BOOKING, old), SOMEBODY);

    assertThat(now).isNotEqualTo(old);
    assertThat(state(now)).isEqualTo("stopped");
    assertThat(world.timeline(old)).contains(Entry.Type.MEETING);
  }

  @Test
  void everybody_who_comes_to_the_meeting_is_left_alone() {
    EmailAddress charles = new EmailAddress("charles@prospect.example");
    EnrollmentId ada = enrolled();
    results(request(good(new Contact(charles, "Charles", null, null, null, Map.of()))));

    hear(Kind.CREATED, "m1", null, ADA, charles, SOMEBODY);

    assertThat(state(ada)).isEqualTo("stopped");
    assertThat(state(holder(charles))).isEqualTo("stopped");
  }

  @Test
  void a_request_and_a_rescheduling_stop_as_well() {
    EnrollmentId id = enrolled();
    hear(Kind.RESCHEDULED, "m1", null, ADA);
    assertThat(state(id)).isEqualTo("stopped");
    assertThat(world.enrollment(id).timeline().get(1).detail()).startsWith("rescheduled for ");

    done(world.reenroll.reenroll(id, 1, world.admin()));
    hear(Kind.REQUESTED, "m2", null, ADA);
    assertThat(state(holder(ADA))).isEqualTo("stopped");
  }

  @Test
  void a_cancellation_is_told_and_what_stopped_stays_stopped() {
    EnrollmentId id = enrolled();
    hear(Kind.CREATED, "m1", null, ADA);

    hear(Kind.CANCELLED, "m1", null, ADA);

    assertThat(state(id)).isEqualTo("stopped");
    assertThat(world.timeline(id))
        .containsExactly(
            Entry.Type.ENROLLED, Entry.Type.MEETING, Entry.Type.STOPPED, Entry.Type.MEETING);
  }

  @Test
  void a_cancellation_that_comes_first_stops_nothing_and_the_booking_still_does() {
    EnrollmentId id = enrolled();

    hear(Kind.CANCELLED, "m1", null, ADA);
    String between = state(id);
    hear(Kind.CREATED, "m1", null, ADA);

    assertThat(between).isEqualTo("active");
    assertThat(state(id)).isEqualTo("stopped");
  }

  @Test
  void the_same_news_hours_later_add_nothing() {
    EnrollmentId id = enrolled();
    hear(Kind.CREATED, "m1", null, ADA);
    hear(Kind.CANCELLED, "m1", null, ADA);
    var before = world.enrollment(id);
    world.later(Duration.ofHours(30));

    assertThat(hear(Kind.CANCELLED, "m1", null, ADA)).isEqualTo(Heard.REPEATED);
    assertThat(hear(Kind.CREATED, "m1", null, ADA)).isEqualTo(Heard.REPEATED);
    assertThat(world.enrollment(id)).isEqualTo(before);
  }

  @Test
  void old_news_do_not_stop_an_enrollment_that_began_since() {
    EnrollmentId id = enrolled();
    hear(Kind.CREATED, "m1", null, ADA);
    done(world.reenroll.reenroll(id, 1, world.admin()));
    world.later(Duration.ofDays(30));

    Heard again = hear(Kind.CREATED, "m1", null, ADA);

    assertThat(again).isEqualTo(Heard.REPEATED);
    assertThat(state(holder(ADA))).isEqualTo("active");
  }

  @Test
  void news_that_a_crash_cut_off_are_worked_again_and_told_once() {
    EnrollmentId id = enrolled();
    Booking booking = booking(Kind.CREATED, "m1", null, ADA);
    HearOfBooking crashing =
        new HearOfBooking(
            new Booked(world.memory.enrollments(), world.memory.contacts(), tokens),
            world.move,
            new Crashing(),
            () -> world.now);
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> crashing.hear(booking, tool())))
        .isInstanceOf(IllegalStateException.class);

    assertThat(hear.hear(booking, tool())).isEqualTo(Heard.MATCHED);
    assertThat(world.timeline(id))
        .containsExactly(Entry.Type.ENROLLED, Entry.Type.MEETING, Entry.Type.STOPPED);
  }

  @Test
  void a_meeting_that_is_told_while_the_mail_leaves_stops_what_comes_after() {
    EnrollmentId id = enrolled();
    world.whileSending = () -> hear(Kind.CREATED, "m1", null, ADA);

    world.toTheEnd();

    assertThat(world.letters()).hasSize(1);
    assertThat(world.timeline(id))
        .containsExactly(
            Entry.Type.ENROLLED, Entry.Type.MEETING, Entry.Type.STOPPED, Entry.Type.SENT);
    assertThat(world.enrollment(id).claim()).isNull();
  }

  @Test
  void a_sequence_that_does_not_stop_on_meetings_is_only_told() {
    Settings d = Settings.DEFAULTS;
    Set<StopOn> without = EnumSet.copyOf(d.stopOn());
    without.remove(StopOn.MEETING);
    Settings settings =
        new Settings(
            d.timeZone(),
            d.window(),
            d.threading(),
            without,
            d.holidays(),
            d.onUnknownOutcome(),
            d.unknownGrace(),
            d.optOutLine(),
            d.outOfOffice(),
            d.softBounceLimit());
    publish(1, settings, EnrollmentExamples.version().steps());
    EnrollmentId id = enrolled();

    hear(Kind.CREATED, "m1", null, ADA);

    assertThat(state(id)).isEqualTo("active");
    assertThat(world.timeline(id)).containsExactly(Entry.Type.ENROLLED, Entry.Type.MEETING);
  }

  private EnrollmentId holder(EmailAddress person) {
    EnrollmentId id = world.memory.contacts().card(person).lockedBy();
    assertThat(id).isNotNull();
    return Objects.requireNonNull(id);
  }

  private String token(Purpose purpose, EnrollmentId id) {
    return tokens.of(purpose, id, world.now).toString();
  }

  private Heard hear(Kind kind, String id, @Nullable String token, EmailAddress... people) {
    return hear.hear(booking(kind, id, token, people), tool());
  }

  private Authority tool() {
    return new Authority("calendly", false, world.memory.senders());
  }

  private static Booking booking(
      Kind kind, String id, @Nullable String token, EmailAddress... people) {
    return new Booking(Tool.CALENDLY, kind, id, START, token, List.of(people));
  }

  /** The function ends just before the news are noted as worked. */
  private static final class Crashing implements Deliveries {
    @Override
    public boolean isDone(String delivery, Instant now) {
      return false;
    }

    @Override
    public void done(String delivery, Instant now) {
      throw new IllegalStateException("the function has ended");
    }
  }
}
