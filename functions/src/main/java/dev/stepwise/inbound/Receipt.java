package dev.stepwise.inbound;

import java.time.Instant;
import java.util.List;

/**
 * What SES says of a mail when it comes in, before anybody has read it. {@code id} is SES's own and
 * names the stored mail; {@code from} is the envelope's sender, empty for reports about mail;
 * {@code recipients} are the envelope's.
 */
public record Receipt(
    String id,
    Instant at,
    String from,
    List<String> recipients,
    Headers headers,
    Verdicts verdicts) {
  public Receipt {
    recipients = List.copyOf(recipients);
  }
}
