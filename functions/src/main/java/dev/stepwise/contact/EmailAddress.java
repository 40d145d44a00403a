package dev.stepwise.contact;

import dev.stepwise.InvalidValueException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A bare mail address in lower case (RFC 5321, dot-atom local part): no display name, no quotes, at
 * most 254 characters. Only ASCII, for SES takes no other local part and domains in A-label form.
 */
public record EmailAddress(String value) implements Comparable<EmailAddress> {
  private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final Pattern SYNTAX =
      Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + Domain.SYNTAX);

  public EmailAddress {
    boolean ascii = value.chars().allMatch(c -> c < 128);
    value = value.toLowerCase(Locale.ROOT);
    int at = value.indexOf('@');
    if (!ascii || value.length() > 254 || at > 64 || !SYNTAX.matcher(value).matches()) {
      throw new InvalidValueException(
          "must be a bare address such as ada@example.com, of at most 254 ASCII characters");
    }
  }

  /** What follows the @. */
  public Domain domain() {
    return new Domain(value.substring(value.indexOf('@') + 1));
  }

  @Override
  public int compareTo(EmailAddress other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
