package dev.stepwise.mail;

import dev.stepwise.InvalidValueException;
import java.util.regex.Pattern;

/** One attachment of a stored mail: SES's id of the mail, and the place among the mail's leaves. */
public record AttachmentName(String mailId, int index) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,200}");
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,3}");

  public AttachmentName {
    if (!ID.matcher(mailId).matches()) {
      throw new InvalidValueException("must be the id of a stored mail");
    }
  }

  /** As it is written in paths. */
  public static AttachmentName of(String mailId, String index) {
    if (!INDEX.matcher(index).matches()) {
      throw new InvalidValueException("must be a number below 10000");
    }
    return new AttachmentName(mailId, Integer.parseInt(index));
  }

  @Override
  public String toString() {
    return mailId + "/" + index;
  }
}
