package dev.stepwise.lambda.http;

import dev.stepwise.InvalidValueException;
import dev.stepwise.Text;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.sequence.ZoneRule;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Readers of single values; each says what would be right. */
public final class Read {
  private Read() {}

  /** A string that means something. */
  public static <T> Fields.Reader<T> text(Function<String, T> meaning) {
    return value -> {
      if (value instanceof String text) {
        return meaning.apply(text);
      }
      throw new InvalidValueException("must be a string");
    };
  }

  public static Fields.Reader<String> line(int max) {
    return text(text -> Text.line(text, max));
  }

  /** A line that may be blank, as exports write what they do not know. */
  public static Fields.Reader<String> lineOrBlank(int max) {
    return text(text -> text.isBlank() ? "" : Text.line(text, max));
  }

  public static Fields.Reader<String> lines(int max) {
    return text(text -> {
      if (text.isBlank()) {
        throw new InvalidValueException("must not be empty");
      }
      return Text.lines(text, max);
    });
  }

  public static Fields.Reader<EmailAddress> email() {
    return text(EmailAddress::new);
  }

  public static Fields.Reader<ZoneId> zone() {
    return text(ZoneRule::zone);
  }

  /** An instant with its offset, such as 2026-12-01T09:00:00Z. */
  public static Fields.Reader<Instant> instant() {
    return text(text -> {
      try {
        OffsetDateTime at = OffsetDateTime.parse(text);
        if (at.getYear() >= 1970 && at.getYear() <= 9999) {
          return at.toInstant();
        }
      } catch (DateTimeException e) {
        // Said below.
      }
      throw new InvalidValueException("must be an instant such as 2026-12-01T09:00:00Z");
    });
  }

  public static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidValueException("must be a date such as 2026-12-25");
    }
  }

  public static Fields.Reader<Boolean> truth() {
    return value -> {
      if (value instanceof Boolean truth) {
        return truth;
      }
      throw new InvalidValueException("must be true or false");
    };
  }

  public static Fields.Reader<Integer> integer(int min, int max) {
    return value -> {
      if (value instanceof BigDecimal number
          && number.precision() - number.scale() < 10
          && number.stripTrailingZeros().scale() <= 0
          && number.intValue() >= min
          && number.intValue() <= max) {
        return number.intValue();
      }
      throw new InvalidValueException("must be a whole number from " + min + " to " + max);
    };
  }

  /** A percentage above 0, in units of its last digit: 0.1 is 100 with three digits. */
  public static Fields.Reader<Integer> percent(int digits) {
    BigDecimal most = BigDecimal.valueOf(100);
    return value -> {
      if (value instanceof BigDecimal number
          && number.signum() > 0
          && number.compareTo(most) <= 0
          && number.stripTrailingZeros().scale() <= digits) {
        return number.movePointRight(digits).intValueExact();
      }
      throw new InvalidValueException(
          "must be a percentage above 0 and up to 100, with at most " + digits + " decimals");
    };
  }

  /** One of an enum's names, in lower case. */
  public static <E extends Enum<E>> Fields.Reader<E> oneOf(Class<E> type) {
    return text(text -> named(type, text));
  }

  public static <E extends Enum<E>> E named(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(e -> e.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() -> new InvalidValueException("must be one of " + names(type)));
  }

  /** A list of strings that each mean something; at most {@code max}. */
  public static <T> Fields.Reader<List<T>> list(int max, Function<String, T> meaning) {
    return value -> {
      if (value instanceof List<?> list && list.size() <= max) {
        return list.stream().map(item -> text(meaning).read(item == null ? 0 : item)).toList();
      }
      throw new InvalidValueException("must be a list of at most " + max + " strings");
    };
  }

  private static <E extends Enum<E>> String names(Class<E> type) {
    return String.join(
        ", ",
        Arrays.stream(type.getEnumConstants())
            .map(e -> e.name().toLowerCase(Locale.ROOT))
            .toList());
  }
}
