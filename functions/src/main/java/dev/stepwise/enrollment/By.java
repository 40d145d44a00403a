package dev.stepwise.enrollment;

import java.time.Instant;

/** Who does something, and when. */
public record By(String who, Instant at) {
  Entry entry(Entry.Type type, int step, String detail) {
    return new Entry(at, type, step, who, detail);
  }
}
