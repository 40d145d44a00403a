package dev.stepwise.booking;

import dev.stepwise.InvalidValueException;
import dev.stepwise.contact.EmailAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value of somebody else's making, of which we look at a few places. What is not there, or
 * is not what we take it for, is empty: tools add and change fields as they like.
 */
record Tree(@Nullable Object value) {
  private static final int MOST_PEOPLE = 20;

  /** What lies along that way. */
  Tree at(String... names) {
    Object here = value;
    for (String name : names) {
      here = here instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return new Tree(here);
  }

  /** A string that says something. */
  Optional<String> text() {
    return value instanceof String text && !text.isBlank()
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }

  boolean isAbsent() {
    return value == null;
  }

  Stream<Tree> items() {
    return value instanceof List<?> list ? list.stream().map(Tree::new) : Stream.empty();
  }

  /** An instant with its offset, within the years that people book meetings in. */
  Optional<Instant> instant() {
    try {
      return text()
          .map(OffsetDateTime::parse)
          .filter(at -> at.getYear() >= 1970 && at.getYear() <= 9999)
          .map(OffsetDateTime::toInstant);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** An address that somebody can have been enrolled by. */
  Optional<EmailAddress> email() {
    try {
      return text().map(EmailAddress::new);
    } catch (InvalidValueException _) {
      return Optional.empty();
    }
  }

  /** The first of these addresses; a meeting of more people is none of one prospect's. */
  static List<EmailAddress> people(Stream<Tree> addresses) {
    return addresses.flatMap(tree -> tree.email().stream()).distinct().limit(MOST_PEOPLE).toList();
  }
}
