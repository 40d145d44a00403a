package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.booking.Booking;
import dev.stepwise.booking.Booking.Kind;
import dev.stepwise.booking.Deliveries;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.usecase.HearOfBooking.Heard;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** News of a meeting that come twice, late, out of order, or while something else happens. */
class RepeatedBookingTest extends BookingCase {
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
