package dev.stepwise.local.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON as maps, lists, strings, numbers and booleans, for shapes that belong to AWS or to a tool.
 */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  private Json() {}

  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The object that the text holds; empty when it holds anything else. */
  public static Optional<Map<String, @Nullable Object>> object(byte[] json) {
    try {
      return Optional.ofNullable(MAPPER.readValue(json, OBJECT));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A field that is an object itself; an empty one where it is absent or something else. */
  @SuppressWarnings("unchecked") // keys of a JSON object are strings
  public static Map<String, @Nullable Object> object(
      Map<String, @Nullable Object> object, String field) {
    return object.get(field) instanceof Map<?, ?> map
        ? (Map<String, @Nullable Object>) map
        : Map.of();
  }

  /** The objects in a list; anything else counts as an empty list. */
  @SuppressWarnings("unchecked") // keys of a JSON object are strings
  public static List<Map<String, @Nullable Object>> objects(
      Map<String, @Nullable Object> object, String field) {
    return object.get(field) instanceof List<?> list
        ? list.stream()
            .filter(Map.class::isInstance)
            .map(item -> (Map<String, @Nullable Object>) Objects.requireNonNull(item))
            .toList()
        : List.of();
  }

  /** The text of a field, or the empty string where it is absent or null. */
  public static String string(Map<String, @Nullable Object> object, String field) {
    var value = object.get(field);
    return value == null ? "" : value.toString();
  }
}
