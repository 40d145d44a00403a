package dev.stepwise.local.smtp;

import dev.stepwise.local.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.address.Address;
import org.apache.james.mime4j.dom.address.AddressList;
import org.jspecify.annotations.Nullable;

/**
 * The event with which SES invokes a function for a mail; it has no body. See docs.aws.amazon.com,
 * "Contents of notifications for Amazon SES email receiving".
 */
final class ReceiptEvents {
  /** Characters: beyond them SES leaves header fields out. */
  private static final int MOST_HEADERS = 10_000;

  private ReceiptEvents() {}

  static byte[] event(String messageId, ReceivedMail received, Instant at) {
    var message = Envelopes.parse(received.raw().toArray());
    var ses = new LinkedHashMap<String, Object>();
    ses.put("mail", mail(messageId, received, at, message));
    ses.put("receipt", receipt(received, at));
    var record = new LinkedHashMap<String, Object>();
    record.put("eventSource", "aws:ses");
    record.put("eventVersion", "1.0");
    record.put("ses", ses);
    return Json.bytes(Map.of("Records", List.of(record)));
  }

  private static Map<String, Object> mail(
      String messageId, ReceivedMail received, Instant at, Message message) {
    var mail = new LinkedHashMap<String, Object>();
    mail.put("timestamp", at.toString());
    mail.put("source", received.from());
    mail.put("messageId", messageId);
    mail.put("destination", received.to());
    var headers = headers(message);
    var known = bounded(headers);
    mail.put("headersTruncated", known.size() < headers.size());
    mail.put("headers", known);
    mail.put("commonHeaders", commonHeaders(received, message));
    return mail;
  }

  private static List<Map<String, String>> headers(Message message) {
    return message.getHeader().getFields().stream()
        .map(field ->
            Map.of(
                "name", field.getName(),
                "value", Objects.requireNonNullElse(field.getBody(), "")))
        .toList();
  }

  /** The first of them, as many as SES lets into an event. */
  private static List<Map<String, String>> bounded(List<Map<String, String>> headers) {
    var known = new ArrayList<Map<String, String>>();
    var left = MOST_HEADERS;
    for (var header : headers) {
      left -= header.values().stream().mapToInt(String::length).sum();
      if (left < 0) {
        break;
      }
      known.add(header);
    }
    return known;
  }

  private static Map<String, Object> commonHeaders(ReceivedMail received, Message message) {
    var common = new LinkedHashMap<String, Object>();
    common.put("returnPath", received.from());
    if (message.getFrom() != null) {
      common.put("from", texts(message.getFrom()));
    }
    putField(common, "date", message, "Date");
    putAddresses(common, "to", message.getTo());
    putAddresses(common, "cc", message.getCc());
    putField(common, "messageId", message, "Message-ID");
    if (message.getSubject() != null) {
      common.put("subject", message.getSubject());
    }
    return common;
  }

  private static void putField(
      Map<String, Object> common, String name, Message message, String header) {
    var field = message.getHeader().getField(header);
    if (field != null) {
      common.put(name, field.getBody());
    }
  }

  private static void putAddresses(
      Map<String, Object> common, String name, @Nullable AddressList addresses) {
    if (addresses != null) {
      common.put(name, texts(addresses));
    }
  }

  private static List<String> texts(Iterable<? extends Address> addresses) {
    var texts = new ArrayList<String>();
    addresses.forEach(address -> texts.add(address.toString()));
    return texts;
  }

  private static Map<String, Object> receipt(ReceivedMail received, Instant at) {
    var receipt = new LinkedHashMap<String, Object>();
    receipt.put("timestamp", at.toString());
    receipt.put("processingTimeMillis", 0);
    receipt.put("recipients", received.to());
    receipt.putAll(received.verdicts().receiptFields());
    receipt.put("action", Map.of("type", "Lambda", "invocationType", "Event"));
    return receipt;
  }
}
