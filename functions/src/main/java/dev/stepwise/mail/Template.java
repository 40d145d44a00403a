package dev.stepwise.mail;

import dev.stepwise.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Copy with personal tokens: {@code {{contact.firstName|there}}} is the contact's first name, or
 * "there" where it is not known. A value is inserted once: tokens inside values are plain text.
 */
public record Template(List<Part> parts) {
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  public Template {
    parts = List.copyOf(parts);
  }

  /** A piece of copy. */
  public sealed interface Part {
    /** Text that stays as it is. */
    record Plain(String text) implements Part {}

    /** A place for a value; an empty fallback means that there must be one. */
    record Token(String name, String fallback) implements Part {}
  }

  /** Reads copy; unknown or unterminated tokens and empty fallbacks are refused. */
  public static Template parse(String copy) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (int open = copy.indexOf("{{"); open >= 0; open = copy.indexOf("{{", at)) {
      int close = copy.indexOf("}}", open);
      if (close < 0) {
        throw new InvalidValueException(
            "has a token that is not closed with }}: " + excerpt(copy, open));
      }
      parts.add(new Part.Plain(copy.substring(at, open)));
      parts.add(token(copy.substring(open + 2, close)));
      at = close + 2;
    }
    parts.add(new Part.Plain(copy.substring(at)));
    return new Template(parts);
  }

  /** The tokens that have neither value nor fallback. */
  public List<String> missing(Values values) {
    return parts.stream()
        .filter(p -> p instanceof Part.Token t && t.fallback().isEmpty() && values.lacks(t.name()))
        .map(p -> ((Part.Token) p).name())
        .distinct()
        .toList();
  }

  /** The copy with its values, each passed through {@code escape} before it is inserted. */
  public String render(Values values, UnaryOperator<String> escape) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(
          switch (part) {
            case Part.Plain p -> p.text();
            case Part.Token t -> escape.apply(values.find(t.name()).orElse(t.fallback()));
          });
    }
    return text.toString();
  }

  /** The copy as one line: values of several lines, such as a signature, are joined by spaces. */
  public String line(Values values) {
    return render(values, value -> LINE_BREAK.matcher(value).replaceAll(" "));
  }

  private static Part token(String inside) {
    int bar = inside.indexOf('|');
    String name = (bar < 0 ? inside : inside.substring(0, bar)).strip();
    String fallback = bar < 0 ? "" : inside.substring(bar + 1).strip();
    if (!Values.isKnown(name)) {
      throw new InvalidValueException(
          "has the unknown token {{" + excerpt(name, 0) + "}}; known are " + Values.NAMES);
    }
    if (bar >= 0 && fallback.isEmpty()) {
      throw new InvalidValueException("has an empty fallback in {{" + name + "|}}");
    }
    if (fallback.contains("{{")) {
      throw new InvalidValueException("has a token within the token {{" + name + "}}");
    }
    return new Part.Token(name, fallback);
  }

  private static String excerpt(String text, int from) {
    return text.substring(from, Math.min(text.length(), from + 40));
  }
}
