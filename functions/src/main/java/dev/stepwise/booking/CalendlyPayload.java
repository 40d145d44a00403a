package dev.stepwise.booking;

import dev.stepwise.booking.Booking.Kind;
import dev.stepwise.contact.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calendly's payload (developer.calendly.com, "Get sample webhook data" and "Webhook Payloads for
 * Rescheduled Events"): an invitee is booked once and cancelled once. A rescheduling is told twice,
 * as the old invitee cancelled with {@code rescheduled} and a new one created that names the old.
 */
final class CalendlyPayload {
  private CalendlyPayload() {}

  static Payload read(Tree body) {
    Optional<String> event = body.at("event").text();
    if (event.isEmpty()) {
      return Payload.missing("event");
    }
    Tree invitee = body.at("payload");
    return switch (event.get()) {
      case "invitee.created" -> created(invitee);
      case "invitee.canceled" -> cancelled(invitee);
      default -> Payload.ignored(event.get());
    };
  }

  private static Payload created(Tree invitee) {
    Tree old = invitee.at("old_invitee");
    return old.text().isPresent()
        ? told(Kind.RESCHEDULED, old, invitee, true)
        : told(Kind.CREATED, invitee.at("uri"), invitee, true);
  }

  private static Payload cancelled(Tree invitee) {
    return invitee.at("rescheduled").isTrue()
        // The time that it names is the one at which nobody meets any longer.
        ? told(Kind.RESCHEDULED, invitee.at("uri"), invitee, false)
        : told(Kind.CANCELLED, invitee.at("uri"), invitee, true);
  }

  /** Both halves of a rescheduling are about the old invitee: they are told once. */
  private static Payload told(Kind kind, Tree uri, Tree invitee, boolean timed) {
    Optional<String> happening = uri.text();
    if (happening.isEmpty()) {
      return Payload.missing("payload.uri");
    }
    var start = invitee.at("scheduled_event", "start_time").instant();
    return new Payload.Told(
        new Booking(
            Tool.CALENDLY,
            kind,
            happening.get(),
            timed ? start.orElse(null) : null,
            token(invitee),
            people(invitee)));
  }

  private static @Nullable String token(Tree invitee) {
    return invitee.at("tracking", "utm_content").text().orElse(null);
  }

  private static List<EmailAddress> people(Tree invitee) {
    Stream<Tree> guests =
        invitee.at("scheduled_event", "event_guests").items().map(guest -> guest.at("email"));
    return Tree.people(Stream.concat(Stream.of(invitee.at("email")), guests));
  }
}
