package dev.stepwise.sequence;

import dev.stepwise.InvalidValueException;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Country;
import dev.stepwise.sender.Sender;
import dev.stepwise.sequence.LocalZone.Source;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * Whose clock a sequence goes by: the contact's (else the sender's), the sender's, or a fixed one.
 */
public sealed interface ZoneRule {
  /** The contact's zone; else that of the contact's country, of its capital; else the sender's. */
  record OfContact() implements ZoneRule {
    @Override
    public LocalZone zone(Contact contact, Sender sender) {
      ZoneId own = contact.timeZone();
      return own == null
          ? Optional.ofNullable(contact.country())
              .flatMap(OfContact::of)
              .orElseGet(() -> new LocalZone(sender.timeZone(), Source.SENDER))
          : new LocalZone(own, Source.CONTACT);
    }

    private static Optional<LocalZone> of(Country country) {
      Source source = country.hasOneClock() ? Source.COUNTRY : Source.CAPITAL;
      return country.zone().map(zone -> new LocalZone(zone, source));
    }

    @Override
    public String wire() {
      return "contact";
    }
  }

  /** The sender's zone. */
  record OfSender() implements ZoneRule {
    @Override
    public LocalZone zone(Contact contact, Sender sender) {
      return new LocalZone(sender.timeZone(), Source.SENDER);
    }

    @Override
    public String wire() {
      return "sender";
    }
  }

  /** One zone for everybody. */
  record Fixed(ZoneId id) implements ZoneRule {
    @Override
    public LocalZone zone(Contact contact, Sender sender) {
      return new LocalZone(id, Source.SEQUENCE);
    }

    @Override
    public String wire() {
      return id.getId();
    }
  }

  /** The zone of one enrollment. */
  LocalZone zone(Contact contact, Sender sender);

  /** As the API writes it. */
  String wire();

  /** Reads {@code contact}, {@code sender} or an IANA zone. */
  static ZoneRule parse(String text) {
    return text.equals("contact") || text.equals("sender") ? of(text) : new Fixed(zone(text));
  }

  /** The rule that was written so, be its zone one that is no longer taken. */
  static ZoneRule of(String wire) {
    return switch (wire) {
      case "contact" -> new OfContact();
      case "sender" -> new OfSender();
      default -> new Fixed(ZoneId.of(wire));
    };
  }

  /**
   * An IANA zone such as Europe/Rome, or UTC. Another name of an offset, such as Etc/GMT+2 or EST,
   * is refused like the offset itself: no place goes by it all year for certain.
   */
  static ZoneId zone(String text) {
    try {
      ZoneId zone = ZoneId.of(text);
      if (ZoneId.getAvailableZoneIds().contains(text) && !Offsets.isOne(zone)) {
        return zone;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw Offsets.refusal();
  }

  /** Zones that are offsets by another name. */
  final class Offsets {
    private static final Set<String> UTC = Set.of("UTC", "Etc/UTC");

    /** Since 2024 these mean Panama, Phoenix and Honolulu; who writes them means an offset. */
    private static final Set<String> ABBREVIATED = Set.of("EST", "MST", "HST");

    private Offsets() {}

    private static boolean isOne(ZoneId zone) {
      return ABBREVIATED.contains(zone.getId())
          || (zone.getRules().isFixedOffset() && !UTC.contains(zone.getId()));
    }

    private static InvalidValueException refusal() {
      return new InvalidValueException(
          "must be an IANA time zone such as Europe/Rome, or UTC; no other offset");
    }
  }
}
