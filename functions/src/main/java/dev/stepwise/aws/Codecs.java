package dev.stepwise.aws;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/** What reads and writes our JSON; a field that nobody knows is an error. */
final class Codecs {
  private static final Jsonb JSONB = Jsonb.builder().failOnUnknown(true).build();

  private Codecs() {}

  static <T> JsonType<T> type(Class<T> type) {
    return JSONB.type(type);
  }
}
