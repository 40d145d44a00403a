package dev.stepwise.aws;

import dev.stepwise.enrollment.EnrollmentId;
import java.time.Instant;

/** Parts of index keys: instants that sort as text, and shards. */
final class Sort {
  /** Over how many partition keys an index spreads what would else gather under one. */
  static final int SHARDS = 16;

  private static final long LAST = 9_999_999_999_999L;

  private Sort() {}

  /** Milliseconds in 13 digits, from 1970 to 2286; what is earlier or later is cut to that. */
  static String millis(Instant at) {
    boolean late = at.getEpochSecond() > LAST / 1000;
    return "%013d".formatted(late ? LAST : Math.max(0, at.toEpochMilli()));
  }

  /** The instant that a sort key begins with. */
  static Instant instant(String sort) {
    return Instant.ofEpochMilli(Long.parseLong(sort.substring(0, 13)));
  }

  static String shard(EnrollmentId id) {
    return shard(id.value().hashCode());
  }

  static String shard(int number) {
    return Integer.toHexString(Math.floorMod(number, SHARDS));
  }
}
