package dev.stepwise.booking;

import dev.stepwise.json.Json;
import org.jspecify.annotations.Nullable;

/** Bodies shaped as the tools document them, about Ada's meeting with Rita. */
public final class Hooks {
  public static final String START = "2026-12-01T09:00:00Z";

  private Hooks() {}

  /** Calendly's; {@code more} are further fields of the invitee, each with a comma behind it. */
  public static String calendly(String event, String invitee, String more) {
    return """
    {"created_at":"2026-11-20T10:11:12.000000Z","created_by":"https://api.calendly.com/users/R1",
     "event":"%s",
     "payload":{%s"email":"ada@example.org","name":"Ada Lovelace","first_name":null,
      "cancel_url":"https://calendly.com/cancellations/%s","new_invitee":null,
      "questions_and_answers":[{"question":"Topic?","answer":"Engines","position":0}],
      "scheduled_event":{"uri":"https://api.calendly.com/scheduled_events/E1","name":"30 min",
       "start_time":"2026-12-01T09:00:00.000000Z","end_time":"2026-12-01T09:30:00.000000Z",
       "event_guests":[{"email":"charles@example.org","created_at":"2026-11-20T10:11:12.0Z"}],
       "event_memberships":[{"user_email":"rita@example.com"}]},
      "uri":"https://api.calendly.com/scheduled_events/E1/invitees/%s"}}\
    """
        .formatted(event, more, invitee, invitee);
  }

  /** A booking by the link of that token. */
  public static String tracking(String token) {
    return """
    "tracking":{"utm_campaign":null,"utm_source":"x","utm_content":"%s","salesforce_uuid":null},\
    """
        .formatted(token);
  }

  /** The new invitee of a rescheduling. */
  public static String instead(String old) {
    return """
    "old_invitee":"https://api.calendly.com/scheduled_events/E1/invitees/%s",\
    """
        .formatted(old);
  }

  /** Cal.com's, with that metadata. */
  public static String calCom(String trigger, String createdAt, String metadata) {
    return """
    {"triggerEvent":"%s","createdAt":"%s",
     "payload":{"type":"30min","title":"30 min between Rita and Ada","uid":"bFJeNb2uX8ANpT3JL5EfXw",
      "startTime":"2026-12-01T09:00:00Z","endTime":"2026-12-01T09:30:00Z",
      "organizer":{"id":5,"name":"Rita","email":"rita@example.com","timeZone":"Europe/Rome"},
      "responses":{"name":{"label":"your_name","value":"Ada"},
       "email":{"label":"email_address","value":"ada@example.org"}},
      "attendees":[{"email":"Ada@Example.org","name":"Ada","timeZone":"Europe/Rome","utcOffset":60},
       {"email":"charles@example.org","name":"Charles"}],
      "metadata":%s,"status":"ACCEPTED","length":30}}\
    """
        .formatted(trigger, createdAt, metadata);
  }

  /** Our own, about a meeting at {@link #START}. */
  public static String generic(String event, String id) {
    return """
    {"event":"%s","id":"%s","email":"ada@example.org","at":"%s"}\
    """
        .formatted(event, id, START);
  }

  static @Nullable Object tree(String body) {
    try {
      return Json.parse(body);
    } catch (Json.Malformed e) {
      throw new IllegalArgumentException(body, e);
    }
  }
}
