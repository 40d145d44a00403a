package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** AWS's events, read and written by generated code: no reflection at a cold start. */
@Json.Import({APIGatewayV2HTTPResponse.class, SQSBatchResponse.class})
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

  /** What SES publishes of a mail: only what we look at. */
  @Json
  record Ses(String eventType, SesMail mail) {}

  /** The mail that an event is about, with the tags that we gave it. */
  @Json
  record SesMail(String messageId, Map<String, List<String>> tags) {
    Optional<String> tag(String name) {
      return tags.getOrDefault(name, List.of()).stream().findFirst();
    }
  }

  /** Writes an HTTP API answer. */
  public static byte[] http(APIGatewayV2HTTPResponse response) {
    return JSON.type(APIGatewayV2HTTPResponse.class).toJsonBytes(response);
  }

  static Sqs sqs(byte[] event) {
    return JSON.type(Sqs.class).fromJson(event);
  }

  /** Reads what SES published, out of SNS's envelope. */
  static Ses ses(String envelope) {
    return JSON.type(Ses.class).fromJson(JSON.type(Sns.class).fromJson(envelope).message());
  }

  static byte[] sqs(SQSBatchResponse response) {
    return JSON.type(SQSBatchResponse.class).toJsonBytes(response);
  }
}
