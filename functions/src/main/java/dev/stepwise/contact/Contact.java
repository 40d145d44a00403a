package dev.stepwise.contact;

import dev.stepwise.InvalidValueException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The person written to. Fields are the team's own, by name; all values are single lines. */
public record Contact(
    EmailAddress email,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String company,
    @Nullable ZoneId timeZone,
    @Nullable Country country,
    Map<String, String> fields) {
  /** How many fields a contact may have. */
  public static final int MAX_FIELDS = 50;

  public Contact {
    if (fields.size() > MAX_FIELDS) {
      throw new InvalidValueException("must have at most " + MAX_FIELDS + " fields");
    }
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /** A contact of whom only the address is known. */
  public static Contact of(EmailAddress email) {
    return new Contact(email, null, null, null, null, null, Map.of());
  }

  /** The names of the parts in which the other differs; no values, for timelines are kept. */
  public List<String> differences(Contact other) {
    List<String> parts = new ArrayList<>();
    addIf(!Objects.equals(firstName, other.firstName), "firstName", parts);
    addIf(!Objects.equals(lastName, other.lastName), "lastName", parts);
    addIf(!Objects.equals(company, other.company), "company", parts);
    addIf(!Objects.equals(timeZone, other.timeZone), "timeZone", parts);
    addIf(!Objects.equals(country, other.country), "country", parts);
    SortedSet<String> names = new TreeSet<>(fields.keySet());
    names.addAll(other.fields.keySet());
    names.forEach(name ->
        addIf(!Objects.equals(fields.get(name), other.fields.get(name)), "fields." + name, parts));
    return parts;
  }

  private static void addIf(boolean differs, String name, List<String> parts) {
    if (differs) {
      parts.add(name);
    }
  }

  /** What is newly said of this person wins; what is not said again stays. */
  public Contact updated(Contact news) {
    SortedMap<String, String> merged = new TreeMap<>(fields);
    merged.putAll(news.fields);
    return new Contact(
        email,
        news.firstName == null ? firstName : news.firstName,
        news.lastName == null ? lastName : news.lastName,
        news.company == null ? company : news.company,
        news.timeZone == null ? timeZone : news.timeZone,
        news.country == null ? country : news.country,
        merged);
  }
}
