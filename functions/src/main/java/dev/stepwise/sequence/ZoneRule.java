package dev.stepwise.sequence;

import dev.stepwise.InvalidValueException;
import dev.stepwise.contact.Contact;
import dev.stepwise.sender.Sender;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Whose clock a sequence goes by: the contact's (else the sender's), the sender's, or a fixed one.
 */
public sealed interface ZoneRule {
  /** The contact's zone; the sender's where the contact's is not known. */
  record OfContact() implements ZoneRule {
    @Override
    public ZoneId zone(Contact contact, Sender sender) {
      ZoneId zone = contact.timeZone();
      return zone == null ? sender.timeZone() : zone;
    }

    @Override
    public String wire() {
      return "contact";
    }
  }

  /** The sender's zone. */
  record OfSender() implements ZoneRule {
    @Override
    public ZoneId zone(Contact contact, Sender sender) {
      return sender.timeZone();
    }

    @Override
    public String wire() {
      return "sender";
    }
  }

  /** One zone for everybody. */
  record Fixed(ZoneId id) implements ZoneRule {
    @Override
    public ZoneId zone(Contact contact, Sender sender) {
      return id;
    }

    @Override
    public String wire() {
      return id.getId();
    }
  }

  /** The zone of one enrollment. */
  ZoneId zone(Contact contact, Sender sender);

  /** As the API writes it. */
  String wire();

  /** Reads {@code contact}, {@code sender} or an IANA zone. */
  static ZoneRule parse(String text) {
    return switch (text) {
      case "contact" -> new OfContact();
      case "sender" -> new OfSender();
      default -> new Fixed(zone(text));
    };
  }

  /** An IANA zone such as Europe/Rome, or UTC; an offset alone is refused, for it knows no DST. */
  static ZoneId zone(String text) {
    try {
      ZoneId zone = ZoneId.of(text);
      if (!(zone instanceof ZoneOffset) && ZoneId.getAvailableZoneIds().contains(text)) {
        return zone;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new InvalidValueException("must be an IANA time zone such as Europe/Rome or UTC");
  }
}
