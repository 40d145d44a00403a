package dev.stepwise.booking;

import dev.stepwise.booking.Booking.Kind;
import dev.stepwise.contact.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Our own payload, for tools that we do not know: {@code event} is created, rescheduled or
 * cancelled, {@code id} the meeting's, {@code at} when it begins; {@code email} or {@code token}
 * says whose it is.
 */
final class GenericPayload {
  private GenericPayload() {}

  static Payload read(Tree body) {
    Optional<String> event = body.at("event").text();
    if (event.isEmpty()) {
      return Payload.missing("event");
    }
    return switch (event.get()) {
      case "created" -> told(Kind.CREATED, body);
      case "rescheduled" -> told(Kind.RESCHEDULED, body);
      case "cancelled" -> told(Kind.CANCELLED, body);
      default -> Payload.ignored(event.get());
    };
  }

  private static Payload told(Kind kind, Tree body) {
    Optional<String> id = body.at("id").text();
    Optional<String> token = body.at("token").text();
    Optional<Instant> start = body.at("at").instant();
    List<EmailAddress> people = Tree.people(Stream.of(body.at("email")));
    if (id.isEmpty()) {
      return Payload.missing("id");
    }
    if (start.isEmpty() && !body.at("at").isAbsent()) {
      return new Payload.Unreadable("at", "must be an instant such as 2026-12-01T09:00:00Z");
    }
    if (people.isEmpty() && token.isEmpty()) {
      return new Payload.Unreadable("email", "must be an address, where there is no token");
    }
    // One meeting is moved more than once: the time that it is moved to tells these apart.
    String happening = id.get() + " " + start.map(Instant::toString).orElse("");
    return new Payload.Told(
        new Booking(Tool.GENERIC, kind, happening, start.orElse(null), token.orElse(null), people));
  }
}
