package dev.stepwise.contact;

import dev.stepwise.InvalidValueException;
import java.util.Locale;
import java.util.regex.Pattern;

/** A mail domain in lower case and A-label form, such as example.com. */
public record Domain(String value) {
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  static final String SYNTAX = "(?:" + LABEL + "\\.)+" + LABEL;
  private static final Pattern PATTERN = Pattern.compile(SYNTAX);

  public Domain {
    boolean ascii = value.chars().allMatch(c -> c < 128);
    value = value.toLowerCase(Locale.ROOT);
    if (!ascii || value.length() > 253 || !PATTERN.matcher(value).matches()) {
      throw new InvalidValueException("must be a domain such as example.com");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
