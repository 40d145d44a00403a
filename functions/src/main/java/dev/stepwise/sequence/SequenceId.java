package dev.stepwise.sequence;

import dev.stepwise.InvalidValueException;
import java.util.regex.Pattern;

/** The name of a sequence in URLs and keys: lower-case letters and digits. */
public record SequenceId(String value) {
  private static final Pattern SYNTAX = Pattern.compile("[0-9a-z]{1,32}");

  public SequenceId {
    if (!SYNTAX.matcher(value).matches()) {
      throw new InvalidValueException("must be an id of lower-case letters and digits");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
