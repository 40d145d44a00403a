package dev.stepwise.local.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object that someone else wrote: whatever is absent or of another kind reads as empty. */
public record JsonObject(Map<String, @Nullable Object> fields) {

  public @Nullable Object get(String field) {
    return fields.get(field);
  }

  public boolean has(String field) {
    return fields.containsKey(field);
  }

  /** The text of a field, or the empty string where it is absent or null. */
  public String text(String field) {
    var value = fields.get(field);
    return value == null ? "" : value.toString();
  }

  /** A field that is an object itself. */
  public JsonObject object(String field) {
    return of(fields.get(field));
  }

  /** The objects in a field that is a list. */
  public List<JsonObject> objects(String field) {
    return fields.get(field) instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(JsonObject::of).toList()
        : List.of();
  }

  @SuppressWarnings("unchecked") // keys of a JSON object are strings
  private static JsonObject of(@Nullable Object value) {
    return new JsonObject(
        value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of());
  }
}
