package dev.stepwise.enrollment;

import dev.stepwise.InvalidValueException;
import java.util.regex.Pattern;

/**
 * An enrollment's name in URLs, keys, timers and reply addresses: lower-case letters and digits.
 */
public record EnrollmentId(String value) {
  private static final Pattern SYNTAX = Pattern.compile("[0-9a-z]{1,32}");

  public EnrollmentId {
    if (!SYNTAX.matcher(value).matches()) {
      throw new InvalidValueException("must be an id of lower-case letters and digits");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
