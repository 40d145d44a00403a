package dev.stepwise.aws;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Builds an item; what is null is left out. Instants are stored in milliseconds. */
final class ItemWriter {
  /** The attribute that says which format an item is written in. */
  static final String FORMAT = "v";

  private final Map<String, AttributeValue> attributes = new LinkedHashMap<>();

  private ItemWriter() {}

  static ItemWriter at(Key key, int format) {
    ItemWriter writer = new ItemWriter();
    writer.attributes.putAll(key.attributes());
    return writer.number(FORMAT, format);
  }

  /** The parts of an attribute that is a map. */
  static ItemWriter within() {
    return new ItemWriter();
  }

  ItemWriter text(String name, @Nullable String value) {
    return value == null ? this : put(name, AttributeValue.fromS(value));
  }

  ItemWriter number(String name, @Nullable Integer value) {
    return value == null ? this : put(name, AttributeValue.fromN(value.toString()));
  }

  ItemWriter instant(String name, Instant value) {
    return put(name, AttributeValue.fromN(Long.toString(value.toEpochMilli())));
  }

  /** Whole seconds, as TTL wants them. */
  ItemWriter seconds(String name, Instant value) {
    return put(name, AttributeValue.fromN(Long.toString(value.getEpochSecond())));
  }

  ItemWriter texts(String name, List<String> values) {
    return put(name, AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
  }

  ItemWriter put(String name, AttributeValue value) {
    attributes.put(name, value);
    return this;
  }

  Map<String, AttributeValue> done() {
    return attributes;
  }
}
