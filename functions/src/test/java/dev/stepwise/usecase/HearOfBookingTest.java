package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.booking.Booking.Kind;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.mail.Token.Purpose;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.StopOn;
import dev.stepwise.usecase.HearOfBooking.Heard;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HearOfBookingTest extends BookingCase {
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
    results(request(good(new Contact(charles, "Charles", null, null, null, null, Map.of()))));

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
  void a_sequence_that_does_not_stop_on_meetings_is_only_told() {
    Settings d = Settings.DEFAULTS;
    Set<StopOn> without = EnumSet.copyOf(d.stopOn());
    without.remove(StopOn.MEETING);
    Settings settings =
        new Settings(
            d.timeZone(),
            d.windows(),
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
}
