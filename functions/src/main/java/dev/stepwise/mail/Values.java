package dev.stepwise.mail;

import dev.stepwise.Text;
import dev.stepwise.contact.Contact;
import dev.stepwise.sender.Sender;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What tokens stand for in the mail of one contact from one sender; {@code booking} goes into the
 * booking link, so that a meeting leads back to the mail that it was booked from.
 */
public record Values(Contact contact, Sender sender, @Nullable Token booking) {
  /** The tokens there are, for people to read. */
  public static final String NAMES =
      "contact.email, contact.firstName, contact.lastName, contact.company, contact.fields.NAME,"
          + " sender.name, sender.email, sender.signature, sender.bookingLink";

  private static final Pattern FIELD =
      Pattern.compile("contact\\.fields\\.[A-Za-z][A-Za-z0-9_]{0,63}");
  private static final Pattern KNOWN =
      Pattern.compile(
          "contact\\.(email|firstName|lastName|company)|sender\\.(name|email|signature|bookingLink)");

  /** Values where no enrollment is known, or where none is to be led back to. */
  public Values(Contact contact, Sender sender) {
    this(contact, sender, null);
  }

  /** True when copy may use this token. */
  public static boolean isKnown(String name) {
    return KNOWN.matcher(name).matches() || FIELD.matcher(name).matches();
  }

  /** The value of a token, if there is one that is not blank. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(value(name)).filter(Text::isPresent);
  }

  boolean lacks(String name) {
    return find(name).isEmpty();
  }

  private @Nullable String value(String name) {
    return switch (name) {
      case "contact.email" -> contact.email().value();
      case "contact.firstName" -> contact.firstName();
      case "contact.lastName" -> contact.lastName();
      case "contact.company" -> contact.company();
      case "sender.name" -> sender.name();
      case "sender.email" -> sender.email().value();
      case "sender.signature" -> sender.signature();
      case "sender.bookingLink" -> bookingLink();
      default -> contact.fields().get(name.substring("contact.fields.".length()));
    };
  }

  private @Nullable String bookingLink() {
    String link = sender.bookingLink();
    return link == null || booking == null ? link : BookingLink.with(link, booking);
  }
}
