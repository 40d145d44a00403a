package dev.stepwise.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.stepwise.StepwiseException;
import io.avaje.json.JsonException;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) as plain maps, lists, strings, numbers and booleans. Strict: a key twice in one
 * object, anything after the value, and nesting beyond 50 levels are refused. Generated codecs read
 * through the same parser: the one that they bring takes no string above 32,767 characters.
 */
public final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(50).build())
          .build();

  private Json() {}

  /** Text that is no JSON, with the place where it stops being so. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message, @Nullable JsonLocation at) {
      super(
          at == null
              ? message
              : message + ", at line " + at.getLineNr() + ", column " + at.getColumnNr());
    }
  }

  public static @Nullable Object parse(String text) throws Malformed {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new Malformed("the body is empty", null);
      }
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new Malformed("something follows the value", parser.currentTokenLocation());
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new Malformed(plain(e.getOriginalMessage()), e.getLocation());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads text that we or AWS wrote, through a generated codec. */
  public static <T> T read(JsonType<T> type, String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return type.fromJson(new JacksonReader(parser));
    } catch (IOException | JsonException e) {
      throw new StepwiseException("unreadable JSON: " + e.getClass().getSimpleName(), e);
    }
  }

  /** Writes maps, collections, strings, numbers, booleans and null. */
  public static String write(@Nullable Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      write(generator, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Without what only a programmer of the parser can use. */
  private static String plain(@Nullable String message) {
    return message == null ? "unreadable" : message.split(" \\(|;|\n", 2)[0];
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> wellFormed(parser.getText(), parser);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = wellFormed(parser.currentName(), parser);
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object;
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  /** Half a character could be stored, but never be written again. */
  private static String wellFormed(String text, JsonParser parser) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (Character.isSurrogate(c) && !pair) {
        throw new JsonParseException(parser, "a string has half of a surrogate pair");
      }
      i += pair ? 1 : 0;
    }
    return text;
  }

  /** Whole numbers of any notation as they are; the rest exactly. */
  private static BigDecimal number(JsonParser parser) throws IOException {
    try {
      return parser.getDecimalValue();
    } catch (NumberFormatException e) {
      throw new JsonParseException(parser, "a number is beyond all measure", e);
    }
  }

  private static void write(JsonGenerator generator, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> generator.writeNull();
      case Map<?, ?> object -> {
        generator.writeStartObject();
        for (Map.Entry<?, ?> entry : object.entrySet()) {
          generator.writeFieldName(String.valueOf(entry.getKey()));
          write(generator, entry.getValue());
        }
        generator.writeEndObject();
      }
      case Iterable<?> array -> {
        generator.writeStartArray();
        for (Object item : array) {
          write(generator, item);
        }
        generator.writeEndArray();
      }
      case Integer number -> generator.writeNumber(number);
      case BigDecimal number -> generator.writeNumber(number);
      case Long number -> generator.writeNumber(number);
      case Boolean truth -> generator.writeBoolean(truth);
      default -> generator.writeString(value.toString());
    }
  }
}
