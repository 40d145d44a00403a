package dev.stepwise.local.json;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, strings, numbers and booleans, for shapes that belong to AWS or to a tool. */
public final class Json {
  private static final Jsonb JSONB =
      Jsonb.builder().serializeNulls(true).serializeEmpty(true).build();

  private Json() {}

  public static byte[] bytes(Object value) {
    return JSONB.toJsonBytes(value);
  }

  public static String text(Object value) {
    return JSONB.toJson(value);
  }

  /** The object that the text holds; empty when it holds anything else. */
  public static Optional<Map<String, @Nullable Object>> object(byte[] json) {
    try {
      return Optional.ofNullable(asObject(read(json)));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Object read(byte[] json) {
    return JSONB.type(Object.class).fromJson(new String(json, StandardCharsets.UTF_8));
  }

  @SuppressWarnings("unchecked") // keys of a JSON object are strings
  public static @Nullable Map<String, @Nullable Object> asObject(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
  }

  /** The objects in a list; anything that is not a list counts as an empty one. */
  public static List<Map<String, @Nullable Object>> objects(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      return List.of();
    }
    return list.stream()
        .<Map<String, @Nullable Object>>mapMulti(
            (item, out) -> {
              var object = asObject(item);
              if (object != null) {
                out.accept(object);
              }
            })
        .toList();
  }

  /** The text of a field, or the empty string where it is absent or null. */
  public static String string(Map<String, @Nullable Object> object, String field) {
    var value = object.get(field);
    return value == null ? "" : value.toString();
  }
}
