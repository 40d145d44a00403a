package dev.stepwise.local.smtp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

/** Reads a mail's headers, for envelopes that nobody gave and for the receipt event. */
public final class Envelopes {
  private Envelopes() {}

  static Message parse(byte[] raw) {
    try {
      return new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(raw));
    } catch (IOException e) {
      throw new IllegalStateException("an array cannot fail to be read", e);
    }
  }

  /** The address in From, or the empty one of bounces. */
  public static String sender(byte[] raw) {
    var from = parse(raw).getFrom();
    return from == null || from.isEmpty() ? "" : from.getFirst().getAddress();
  }

  /** The addresses in To. */
  public static List<String> recipients(byte[] raw) {
    var to = parse(raw).getTo();
    return to == null ? List.of() : to.flatten().stream().map(Mailbox::getAddress).toList();
  }
}
