package dev.stepwise.aws;

import dev.stepwise.StepwiseException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A stored item, read strictly: what must be there and is not, or is of another kind, throws. */
record Item(Map<String, AttributeValue> attributes) {
  String text(String name) {
    return need(name, textOrNull(name));
  }

  @Nullable String textOrNull(String name) {
    return attributes.containsKey(name) ? need(name, attributes.get(name).s()) : null;
  }

  int number(String name) {
    return Math.toIntExact(count(name));
  }

  @Nullable Integer numberOrNull(String name) {
    return has(name) ? Integer.valueOf(number(name)) : null;
  }

  Instant instant(String name) {
    return Instant.ofEpochMilli(count(name));
  }

  List<String> texts(String name) {
    return need(name, attributes.get(name)).l().stream().map(v -> need(name, v.s())).toList();
  }

  Map<String, AttributeValue> map(String name) {
    return need(name, attributes.get(name)).m();
  }

  ByteBuffer bytes(String name) {
    return need(name, need(name, attributes.get(name)).b()).asByteBuffer();
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  /** This item, if it is written in the format that we read. */
  Item inFormat(int version) {
    if (number(ItemWriter.FORMAT) != version) {
      throw new StepwiseException(
          "item %s is of format %d, not %d".formatted(where(), number(ItemWriter.FORMAT), version));
    }
    return this;
  }

  StepwiseException unreadable(String what) {
    return new StepwiseException("item " + where() + " has an unreadable " + what);
  }

  private long count(String name) {
    try {
      return Long.parseLong(need(name, need(name, attributes.get(name)).n()));
    } catch (NumberFormatException _) {
      throw unreadable(name);
    }
  }

  private <T> T need(String name, @Nullable T value) {
    return Optional.ofNullable(value)
        .orElseThrow(() -> new StepwiseException("item " + where() + " lacks " + name));
  }

  /** The kind of item only: keys carry addresses, which do not belong into logs. */
  private String where() {
    AttributeValue pk = attributes.get(Key.PK);
    AttributeValue sk = attributes.get(Key.SK);
    String prefix = pk == null || pk.s() == null ? "?" : pk.s().substring(0, 1);
    return prefix + "#…/" + (sk == null ? "?" : sk.s());
  }
}
