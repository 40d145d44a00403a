package dev.stepwise.inbound;

import java.util.List;
import java.util.Optional;

/**
 * The header fields of a mail or of a part, in order: unfolded, encoded words (RFC 2047) decoded.
 * Names are compared without regard to case; a field may occur more than once.
 */
public record Headers(List<Field> fields) {
  public static final Headers NONE = new Headers(List.of());

  public Headers {
    fields = List.copyOf(fields);
  }

  /** One field: its name as it was written, and its value without white space around it. */
  public record Field(String name, String value) {}

  /** The value of the first field of that name. */
  public Optional<String> first(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .findFirst();
  }

  /** The values of all fields of that name, in order. */
  public List<String> all(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }

  public boolean has(String name) {
    return first(name).isPresent();
  }
}
