package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** AWS's events, read and written by generated code: no reflection at a cold start. */
@Json.Import({APIGatewayV2HTTPEvent.class, APIGatewayV2HTTPResponse.class, SQSBatchResponse.class})
public final class Events {
  private static final Jsonb JSON = Jsonb.builder().failOnUnknown(false).build();

  private Events() {}

  /** What SQS hands a function: only what we look at. */
  @Json
  record Sqs(@Json.Property("Records") List<Message> records) {}

  /** One message and how often it was received, among its attributes. */
  @Json
  record Message(String messageId, String body, Map<String, String> attributes) {
    int receives() {
      return Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1"));
    }
  }

  /** What SNS puts on a queue (its envelope): only the message within. */
  @Json
  record Sns(@Json.Property("Message") String message) {}

  /** Reads an HTTP API request, payload format 2.0. */
  public static APIGatewayV2HTTPEvent http(byte[] event) {
    return read(APIGatewayV2HTTPEvent.class, new String(event, StandardCharsets.UTF_8));
  }

  /** Writes an HTTP API answer. */
  public static byte[] http(APIGatewayV2HTTPResponse response) {
    return JSON.type(APIGatewayV2HTTPResponse.class).toJsonBytes(response);
  }

  static Sqs sqs(byte[] event) {
    return read(Sqs.class, new String(event, StandardCharsets.UTF_8));
  }

  /**
   * Reads what SES published, out of SNS's envelope; SES also greets a new topic in plain words.
   */
  static Optional<SesEvent> ses(String envelope) {
    String message = read(Sns.class, envelope).message();
    return message.startsWith("{") ? Optional.of(read(SesEvent.class, message)) : Optional.empty();
  }

  /** Reads what SES or the inbound queue hands a function. */
  static InboundMessages.Event inbound(byte[] event) {
    return read(InboundMessages.Event.class, new String(event, StandardCharsets.UTF_8));
  }

  static InboundMessages.Message inboundMessage(String body) {
    return read(InboundMessages.Message.class, body);
  }

  static DeadLetterReader.Undelivered undelivered(String body) {
    return read(DeadLetterReader.Undelivered.class, body);
  }

  static byte[] sqs(SQSBatchResponse response) {
    return JSON.type(SQSBatchResponse.class).toJsonBytes(response);
  }

  private static <T> T read(Class<T> type, String json) {
    return dev.stepwise.json.Json.read(JSON.type(type), json);
  }
}
