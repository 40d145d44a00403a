package dev.stepwise.inbound;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A mail as far as it could be read: what is malformed is read as well as it can be, and what is
 * beyond a bound is left out, which {@code cut} names.
 */
public record Mail(Headers headers, ContentType type, List<Part> parts, Set<Bound> cut) {
  public Mail {
    parts = List.copyOf(parts);
    cut = Set.copyOf(cut);
  }

  /** What keeps a hostile mail from costing more than it may. */
  public enum Bound {
    /** The whole mail in bytes. */
    SIZE,
    /** The header fields of one part in bytes. */
    HEADER,
    /** How many parts there are. */
    PARTS,
    /** How deep parts lie in one another. */
    DEPTH,
    /** The text of one part in characters. */
    TEXT,
    /** No bound of ours: the parser gave up on the rest. */
    UNREADABLE
  }

  /** All leaves that are text of that type, such as text/plain; attached files are none. */
  public Stream<Part.Text> texts(String type) {
    return parts.stream()
        .filter(part -> !part.isAttachment())
        .filter(Part.Text.class::isInstance)
        .map(Part.Text.class::cast)
        .filter(part -> part.type().is(type));
  }

  /** The first leaf of that type, attached or not. */
  public Optional<Part> part(String type) {
    return parts.stream().filter(part -> part.type().is(type)).findFirst();
  }

  public String subject() {
    return headers.first("Subject").orElse("");
  }
}
