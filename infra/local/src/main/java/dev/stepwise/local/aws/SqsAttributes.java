package dev.stepwise.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stepwise.local.store.Json;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Messages and attributes on the wire, and the digests by which the SDK checks what came through.
 */
final class SqsAttributes {
  private SqsAttributes() {}

  static Map<String, MessageAttribute> read(JsonNode in) {
    var attributes = new TreeMap<String, MessageAttribute>();
    in.properties()
        .forEach(entry -> {
          var type = entry.getValue().path("DataType").asText();
          var field = type.startsWith("Binary") ? "BinaryValue" : "StringValue";
          var value = entry.getValue().path(field).asText();
          attributes.put(entry.getKey(), new MessageAttribute(type, value));
        });
    return attributes;
  }

  static ObjectNode write(Map<String, MessageAttribute> attributes) {
    var out = Json.object();
    attributes.forEach((name, attribute) ->
        out.putObject(name)
            .put("DataType", attribute.dataType())
            .put(attribute.binary() ? "BinaryValue" : "StringValue", attribute.value()));
    return out;
  }

  /** A received message, with all its attributes: more than was asked for does no harm. */
  static ObjectNode received(Message message) {
    var out = Json.object().put("MessageId", message.id());
    out.put("ReceiptHandle", message.receipt()).put("Body", message.body());
    out.put("MD5OfBody", md5(message.body()));
    out.putObject("Attributes")
        .put("ApproximateReceiveCount", String.valueOf(message.receiveCount()))
        .put("SentTimestamp", String.valueOf(message.sentAt().toEpochMilli()))
        .put(
            "ApproximateFirstReceiveTimestamp",
            String.valueOf(message.firstReceivedAt().toEpochMilli()))
        .put("SenderId", SqsService.ACCOUNT);
    if (!message.attributes().isEmpty()) {
      out.set("MessageAttributes", write(message.attributes()));
      out.put("MD5OfMessageAttributes", md5(message.attributes()));
    }
    return out;
  }

  static String md5(String body) {
    var digest = md5();
    digest.update(body.getBytes(UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The digest that the SQS developer guide defines: length and bytes of each part, by name. */
  static String md5(Map<String, MessageAttribute> attributes) {
    var digest = md5();
    new TreeMap<>(attributes)
        .forEach((name, attribute) -> {
          add(digest, name.getBytes(UTF_8));
          add(digest, attribute.dataType().getBytes(UTF_8));
          digest.update((byte) (attribute.binary() ? 2 : 1));
          add(digest, bytes(attribute));
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  static byte[] md5(byte[] bytes) {
    return md5().digest(bytes);
  }

  private static byte[] bytes(MessageAttribute attribute) {
    return attribute.binary()
        ? Base64.getDecoder().decode(attribute.value())
        : attribute.value().getBytes(UTF_8);
  }

  private static void add(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(4).putInt(part.length).flip());
    digest.update(part);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
