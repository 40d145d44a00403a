package dev.stepwise.booking;

import dev.stepwise.booking.Booking.Kind;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cal.com's payload (cal.com/docs, "Webhooks"): trigger, creation time, and the booking with its
 * attendees. What a booking link says as {@code metadata[stepwise]} comes back in its metadata
 * (cal.com/help, "Prefill booking form in Embed"). Several people may book one seat each of the
 * same booking, so that only the creation time tells their news apart.
 */
final class CalComPayload {
  private CalComPayload() {}

  static Payload read(Tree body) {
    Optional<String> trigger = body.at("triggerEvent").text();
    if (trigger.isEmpty()) {
      return Payload.missing("triggerEvent");
    }
    return switch (trigger.get()) {
      case "BOOKING_CREATED" -> told(Kind.CREATED, body);
      case "BOOKING_REQUESTED" -> told(Kind.REQUESTED, body);
      case "BOOKING_RESCHEDULED" -> told(Kind.RESCHEDULED, body);
      case "BOOKING_CANCELLED" -> told(Kind.CANCELLED, body);
      default -> Payload.ignored(trigger.get());
    };
  }

  private static Payload told(Kind kind, Tree body) {
    Tree booking = body.at("payload");
    Optional<String> uid = booking.at("uid").text();
    if (uid.isEmpty()) {
      return Payload.missing("payload.uid");
    }
    Stream<Tree> attendees = booking.at("attendees").items().map(person -> person.at("email"));
    return new Payload.Told(
        new Booking(
            Tool.CAL_COM,
            kind,
            uid.get() + " " + body.at("createdAt").text().orElse(""),
            booking.at("startTime").instant().orElse(null),
            booking.at("metadata", "stepwise").text().orElse(null),
            Tree.people(
                Stream.concat(attendees, Stream.of(booking.at("responses", "email", "value"))))));
  }
}
