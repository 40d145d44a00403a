package dev.stepwise.local.store;

import java.util.function.Function;

/** How the values of a table become bytes: byte arrays as they are, records as JSON. */
record Codec<V>(Function<V, byte[]> writer, Function<byte[], V> reader) {

  static <V> Codec<V> of(Class<V> type) {
    if (type == byte[].class) {
      return new Codec<>(byte[].class::cast, type::cast);
    }
    return new Codec<>(Json::bytes, bytes -> Json.read(bytes, type));
  }

  byte[] write(V value) {
    return writer.apply(value);
  }

  V read(byte[] bytes) {
    return reader.apply(bytes);
  }
}
