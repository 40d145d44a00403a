package dev.stepwise.inbound;

import java.util.Map;
import java.util.Optional;

/** A media type, such as text/calendar, and its parameters by name, all names in lower case. */
public record ContentType(String type, Map<String, String> parameters) {
  public static final ContentType PLAIN = new ContentType("text/plain", Map.of());

  public ContentType {
    parameters = Map.copyOf(parameters);
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** True when this is that media type. */
  public boolean is(String other) {
    return type.equals(other);
  }

  /** True when this is of that kind, such as text or multipart. */
  public boolean isOf(String kind) {
    return type.startsWith(kind + "/");
  }
}
