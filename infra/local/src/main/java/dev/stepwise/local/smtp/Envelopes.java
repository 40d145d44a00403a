package dev.stepwise.local.smtp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** Reads a mail's headers, for envelopes that nobody gave and for the receipt event. */
public final class Envelopes {
  private static final Pattern EMPTY_LINE = Pattern.compile("\\r?\\n\\r?\\n");

  private Envelopes() {}

  /** The header only, whatever the mail is like: SES takes in what no parser likes. */
  static Message parse(byte[] raw) {
    var builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
    try {
      return builder.parseMessage(new ByteArrayInputStream(raw, 0, endOfHeader(raw)));
    } catch (IOException e) {
      return builder.newMessage();
    }
  }

  /** Behind the first empty line, or at the end. */
  private static int endOfHeader(byte[] raw) {
    var text = new String(raw, StandardCharsets.ISO_8859_1);
    var empty = EMPTY_LINE.matcher(text);
    return empty.find() ? empty.end() : raw.length;
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
