package dev.stepwise.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.avaje.json.JsonDataException;
import io.avaje.json.JsonReader;
import io.avaje.json.PropertyNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Lets avaje's generated codecs read through Jackson's parser. Before a value is read the parser
 * stands on its first token, and on its last one afterwards.
 */
final class JacksonReader implements JsonReader {
  /** One step of Jackson's parser. */
  private interface Read<T> {
    T of(JsonParser parser) throws IOException;
  }

  private final JsonParser parser;

  JacksonReader(JsonParser parser) {
    this.parser = parser;
    next();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return type.cast(parser);
  }

  @Override
  public void beginArray() {
    expect(JsonToken.START_ARRAY);
  }

  @Override
  public boolean hasNextElement() {
    return next() != JsonToken.END_ARRAY;
  }

  @Override
  public void endArray() {
    expect(JsonToken.END_ARRAY);
  }

  @Override
  public void beginObject(PropertyNames names) {
    beginObject();
  }

  @Override
  public void beginObject() {
    expect(JsonToken.START_OBJECT);
  }

  @Override
  public boolean hasNextField() {
    return next() == JsonToken.FIELD_NAME;
  }

  @Override
  public String nextField() {
    String name = read(JsonParser::currentName);
    next();
    return name;
  }

  @Override
  public void endObject() {
    expect(JsonToken.END_OBJECT);
  }

  @Override
  public boolean isNullValue() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  @Override
  public boolean readBoolean() {
    return read(JsonParser::getBooleanValue);
  }

  @Override
  public int readInt() {
    return read(JsonParser::getIntValue);
  }

  @Override
  public long readLong() {
    return read(JsonParser::getLongValue);
  }

  @Override
  public double readDouble() {
    return read(JsonParser::getDoubleValue);
  }

  @Override
  public BigDecimal readDecimal() {
    return read(JsonParser::getDecimalValue);
  }

  @Override
  public BigInteger readBigInteger() {
    return read(JsonParser::getBigIntegerValue);
  }

  /** A number or a truth is as good as its text: AWS's documents are not strict about claims. */
  @Override
  public String readString() {
    if (!parser.currentToken().isScalarValue()) {
      throw new JsonDataException("expected a string at " + location());
    }
    return read(JsonParser::getText);
  }

  @Override
  public byte[] readBinary() {
    return read(JsonParser::getBinaryValue);
  }

  @Override
  public String readRaw() {
    throw new UnsupportedOperationException("raw JSON is not read here");
  }

  @Override
  public String location() {
    return "line "
        + parser.currentLocation().getLineNr()
        + ", column "
        + parser.currentLocation().getColumnNr();
  }

  @Override
  public Token currentToken() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> Token.BEGIN_OBJECT;
      case START_ARRAY -> Token.BEGIN_ARRAY;
      case VALUE_STRING -> Token.STRING;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Token.NUMBER;
      case VALUE_TRUE, VALUE_FALSE -> Token.BOOLEAN;
      default -> Token.NULL;
    };
  }

  @Override
  public void skipValue() {
    read(JsonParser::skipChildren);
  }

  /** Fields that nobody asked for are passed over. */
  @Override
  public void unmappedField(String name) {}

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonToken next() {
    return read(JsonParser::nextToken);
  }

  private void expect(JsonToken token) {
    if (parser.currentToken() != token) {
      throw new JsonDataException("expected " + token + " at " + location());
    }
  }

  private <T> T read(Read<T> step) {
    try {
      return step.of(parser);
    } catch (IOException e) {
      throw new JsonDataException("unreadable at " + location(), e);
    }
  }
}
