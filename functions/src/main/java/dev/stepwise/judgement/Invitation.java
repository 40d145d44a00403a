package dev.stepwise.judgement;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectReader;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.mime.Addresses;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an iCalendar object (RFC 5545) says about who comes to what: the method of RFC 5546 in upper
 * case, empty if it names none, and the people of all its components.
 */
record Invitation(
    String method, List<EmailAddress> organizers, List<Attendee> attendees, boolean isCancelled) {
  private static final Pattern MAILTO = Pattern.compile("(?i)^\\s*mailto:");

  /** Someone invited, and PARTSTAT in upper case. */
  record Attendee(EmailAddress address, String status) {}

  /** The object in this text, or one that says nothing. */
  static Invitation of(String text) {
    Collector collector = new Collector();
    try (VObjectReader reader =
        new VObjectReader(new StringReader(text), SyntaxRules.iCalendar())) {
      reader.parse(collector);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return collector.invitation();
  }

  /** Keeps the few properties that matter; what is no iCalendar at all gives none. */
  private static final class Collector extends VObjectDataAdapter {
    private final List<EmailAddress> organizers = new ArrayList<>();
    private final List<Attendee> attendees = new ArrayList<>();
    private String method = "";
    private boolean isCancelled;

    @Override
    public void onProperty(VObjectProperty property, Context context) {
      switch (property.getName().toUpperCase(Locale.ROOT)) {
        case "METHOD" -> method = upper(property.getValue());
        case "STATUS" -> isCancelled |= upper(property.getValue()).equals("CANCELLED");
        case "ORGANIZER" -> address(property).ifPresent(organizers::add);
        case "ATTENDEE" ->
            address(property).ifPresent(who -> attendees.add(new Attendee(who, status(property))));
        default -> {}
      }
    }

    Invitation invitation() {
      return new Invitation(method, organizers, attendees, isCancelled);
    }

    private static String status(VObjectProperty property) {
      String status = property.getParameters().first("PARTSTAT");
      return status == null ? "NEEDS-ACTION" : upper(status);
    }

    private static Optional<EmailAddress> address(VObjectProperty property) {
      String email = property.getParameters().first("EMAIL");
      String value = MAILTO.matcher(property.getValue()).replaceFirst("");
      return Addresses.first(value).or(() -> Addresses.first(email == null ? "" : email));
    }

    private static String upper(String value) {
      return value.strip().toUpperCase(Locale.ROOT);
    }
  }
}
