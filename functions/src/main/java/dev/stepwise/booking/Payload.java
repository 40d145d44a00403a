package dev.stepwise.booking;

import org.jspecify.annotations.Nullable;

/** What a genuine body says. */
public sealed interface Payload {
  /** News of a meeting. */
  record Told(Booking booking) implements Payload {}

  /** News of something else, by the tool's name for it. */
  record Ignored(String event) implements Payload {}

  /** No news that we can read: that field is missing or wrong. */
  record Unreadable(String field, String detail) implements Payload {}

  /** Reads a body that has been parsed from JSON. */
  static Payload read(Tool tool, @Nullable Object body) {
    Tree tree = new Tree(body);
    return switch (tool) {
      case CALENDLY -> CalendlyPayload.read(tree);
      case CAL_COM -> CalComPayload.read(tree);
      case GENERIC -> GenericPayload.read(tree);
    };
  }

  /** Everything that names itself is worth a line in the log, but not more than that. */
  static Payload ignored(String event) {
    String name = event.replaceAll("[^A-Za-z0-9_.-]", "_");
    return new Ignored(name.substring(0, Math.min(name.length(), 50)));
  }

  static Payload missing(String field) {
    return new Unreadable(field, "is missing");
  }
}
