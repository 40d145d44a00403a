package dev.stepwise.local.lambda;

import dev.stepwise.local.aws.Message;
import dev.stepwise.local.aws.MessageAttribute;
import dev.stepwise.local.json.Json;
import dev.stepwise.local.template.Surroundings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The event of an SQS event source and the answer to it, as the Lambda developer guide shows them
 * (docs.aws.amazon.com/lambda/latest/dg/with-sqs.html).
 */
final class SqsEvents {
  private SqsEvents() {}

  static byte[] event(List<Message> batch, String queueArn) {
    return Json.bytes(
        Map.of("Records", batch.stream().map(message -> record(message, queueArn)).toList()));
  }

  /** The ids that a function reports as failed; empty when its answer is no such report. */
  static Optional<Set<String>> failures(byte[] answer) {
    if (answer.length == 0) {
      return Optional.of(Set.of());
    }
    return Json.object(answer)
        .map(report ->
            report.objects("batchItemFailures").stream()
                .map(failure -> failure.text("itemIdentifier"))
                .collect(Collectors.toUnmodifiableSet()));
  }

  private static Map<String, Object> record(Message message, String queueArn) {
    var record = new LinkedHashMap<String, Object>();
    record.put("messageId", message.id());
    record.put("receiptHandle", message.receipt());
    record.put("body", message.body());
    record.put("attributes", attributes(message));
    record.put("messageAttributes", messageAttributes(message));
    record.put("md5OfBody", md5(message.body()));
    record.put("eventSource", "aws:sqs");
    record.put("eventSourceARN", queueArn);
    record.put("awsRegion", Surroundings.REGION);
    return record;
  }

  private static Map<String, Object> attributes(Message message) {
    var attributes = new LinkedHashMap<String, Object>();
    attributes.put("ApproximateReceiveCount", String.valueOf(message.receiveCount()));
    attributes.put("SentTimestamp", String.valueOf(message.sentAt().toEpochMilli()));
    attributes.put("SenderId", Surroundings.ACCOUNT);
    attributes.put(
        "ApproximateFirstReceiveTimestamp",
        String.valueOf(message.firstReceivedAt().toEpochMilli()));
    return attributes;
  }

  private static Map<String, Object> messageAttributes(Message message) {
    var attributes = new LinkedHashMap<String, Object>();
    message.attributes().forEach((name, value) -> attributes.put(name, attribute(value)));
    return attributes;
  }

  private static Map<String, Object> attribute(MessageAttribute attribute) {
    return Map.of(
        attribute.binary() ? "binaryValue" : "stringValue",
        attribute.value(),
        "stringListValues",
        List.of(),
        "binaryListValues",
        List.of(),
        "dataType",
        attribute.dataType());
  }

  private static String md5(String body) {
    try {
      var digest = MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has MD5", e);
    }
  }
}
