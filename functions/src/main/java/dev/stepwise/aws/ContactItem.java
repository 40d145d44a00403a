package dev.stepwise.aws;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Country;
import dev.stepwise.contact.EmailAddress;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The codec of contacts; the key has a pseudonym in the address's place. */
final class ContactItem {
  private static final int FORMAT = 1;
  private static final String EMAIL = "e";
  private static final String FIRST = "f";
  private static final String LAST = "l";
  private static final String COMPANY = "c";
  private static final String ZONE = "z";
  private static final String COUNTRY = "n";
  private static final String FIELDS = "x";

  private ContactItem() {}

  static Map<String, AttributeValue> write(Key at, Contact contact) {
    ZoneId zone = contact.timeZone();
    Country country = contact.country();
    ItemWriter item =
        ItemWriter.at(at, FORMAT)
            .text(EMAIL, contact.email().value())
            .text(FIRST, contact.firstName())
            .text(LAST, contact.lastName())
            .text(COMPANY, contact.company())
            .text(ZONE, zone == null ? null : zone.getId())
            .text(COUNTRY, country == null ? null : country.code());
    return contact.fields().isEmpty() ? item.done() : item.put(FIELDS, fields(contact)).done();
  }

  static Contact read(Item stored) {
    Item item = stored.inFormat(FORMAT);
    return new Contact(
        new EmailAddress(item.text(EMAIL)),
        item.textOrNull(FIRST),
        item.textOrNull(LAST),
        item.textOrNull(COMPANY),
        zone(item),
        item.has(COUNTRY) ? new Country(item.text(COUNTRY)) : null,
        item.has(FIELDS) ? fields(item) : Map.of());
  }

  private static @Nullable ZoneId zone(Item item) {
    return item.has(ZONE) ? ZoneId.of(item.text(ZONE)) : null;
  }

  private static AttributeValue fields(Contact contact) {
    return AttributeValue.fromM(
        contact.fields().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> AttributeValue.fromS(e.getValue()))));
  }

  private static Map<String, String> fields(Item item) {
    return item.map(FIELDS).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().s()));
  }
}
