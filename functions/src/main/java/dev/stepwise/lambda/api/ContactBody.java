package dev.stepwise.lambda.api;

import dev.stepwise.InvalidValueException;
import dev.stepwise.Text;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Country;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.lambda.http.Fields;
import dev.stepwise.lambda.http.Read;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is said of a contact. */
final class ContactBody {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

  /** Written out, 1e999999999 would fill the memory. */
  private static final int MAX_DIGITS = 30;

  private ContactBody() {}

  /** Names, company, zone and fields of that address; what is not said is not known. */
  static Contact read(Fields f, EmailAddress email) {
    Map<String, String> fields = f.object("fields").map(ContactBody::fields).orElse(Map.of());
    return new Contact(
        email,
        known(f, "firstName", 100),
        known(f, "lastName", 100),
        known(f, "company", 200),
        f.optional("timeZone", Read.zone()).orElse(null),
        f.optional("country", Read.text(Country::new)).orElse(null),
        fields.size() > Contact.MAX_FIELDS ? tooMany(f) : fields);
  }

  private static @Nullable String known(Fields f, String name, int max) {
    return f.optional(name, Read.lineOrBlank(max)).filter(Text::isPresent).orElse(null);
  }

  private static Map<String, String> tooMany(Fields f) {
    f.problem("fields", "must have at most " + Contact.MAX_FIELDS + " fields");
    return Map.of();
  }

  private static Map<String, String> fields(Fields f) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : f.names()) {
      if (!NAME.matcher(name).matches()) {
        f.problem(
            name, "must have a name of letters, digits and underscores that begins with a letter");
      }
      f.optional(name, ContactBody::field).ifPresent(value -> fields.put(name, value));
    }
    return fields;
  }

  private static String field(Object value) {
    return switch (value) {
      case String text -> Read.lineOrBlank(1_000).read(text);
      case BigDecimal number
          when number.precision() <= MAX_DIGITS && Math.abs((long) number.scale()) <= MAX_DIGITS ->
          number.toPlainString();
      case Boolean truth -> truth.toString();
      default ->
          throw new InvalidValueException(
              "must be a string, a number of at most " + MAX_DIGITS + " digits, true or false");
    };
  }
}
