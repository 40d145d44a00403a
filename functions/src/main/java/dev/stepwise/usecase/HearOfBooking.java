package dev.stepwise.usecase;

import dev.stepwise.booking.Booking;
import dev.stepwise.booking.Deliveries;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Meetings;
import dev.stepwise.sequence.StopOn;
import java.time.InstantSource;

/**
 * A booking tool tells of a meeting: it ends the enrollments of those who come to it, and what
 * becomes of the meeting is told on their timelines. Said again, at any time, it changes nothing.
 */
public final class HearOfBooking {
  private final Booked booked;
  private final MoveEnrollment move;
  private final Deliveries deliveries;
  private final InstantSource clock;

  public HearOfBooking(
      Booked booked, MoveEnrollment move, Deliveries deliveries, InstantSource clock) {
    this.booked = booked;
    this.move = move;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** What came of it. */
  public enum Heard {
    /** Enrollments know of it now. */
    MATCHED,
    /** It is nobody's whom we write to. */
    UNMATCHED,
    /** It has been told before. */
    REPEATED
  }

  /**
   * Works the news, as the tool. It is noted as worked only at the end: what a crash cuts off is
   * done again when the tool tells again, and each timeline knows whether it has been told.
   */
  public Heard hear(Booking booking, Authority tool) {
    String delivery = booking.delivery();
    if (deliveries.isDone(delivery, clock.instant())) {
      return Heard.REPEATED;
    }
    var enrollments = booked.find(booking, clock.instant());
    enrollments.forEach(id -> tell(id, booking, tool.forAll()));
    deliveries.done(delivery, clock.instant());
    return enrollments.isEmpty() ? Heard.UNMATCHED : Heard.MATCHED;
  }

  private void tell(EnrollmentId id, Booking booking, Authority tool) {
    move.change(
        id,
        tool,
        (file, by) -> {
          boolean rule = file.plan().version().settings().stopOn().contains(StopOn.MEETING);
          boolean stops = rule && booking.kind().isWanted();
          return Meetings.told(file.enrollment(), booking.detail(), stops, by);
        });
  }
}
