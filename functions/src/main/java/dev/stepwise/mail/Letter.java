package dev.stepwise.mail;

import dev.stepwise.contact.EmailAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One mail, ready to send. Tags come back in SES's events about it. */
public record Letter(
    String fromName,
    EmailAddress from,
    EmailAddress to,
    @Nullable EmailAddress blindCopy,
    EmailAddress replyTo,
    String subject,
    String text,
    String html,
    Map<String, String> headers,
    Map<String, String> tags) {
  public Letter {
    headers = Map.copyOf(headers);
    tags = Map.copyOf(tags);
  }
}
