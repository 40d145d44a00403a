package dev.stepwise.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stepwise.local.aws.http.Answer;
import dev.stepwise.local.aws.http.Call;
import dev.stepwise.local.aws.http.Refusal;
import dev.stepwise.local.aws.http.Service;
import dev.stepwise.local.store.Json;
import dev.stepwise.local.time.VirtualClock;
import java.time.Duration;
import java.util.Optional;

/** SQS on the wire: AWS JSON 1.0, the operation in a header. */
final class SqsWire implements Service {
  private static final String TYPE = "application/x-amz-json-1.0";
  private static final int MAX_SECONDS_DELAY = 900;
  private static final int MAX_SECONDS_VISIBILITY = 43_200;
  private static final int MAX_BODY = 1_048_576;

  private final SqsService sqs;
  private final VirtualClock clock;

  SqsWire(SqsService sqs, VirtualClock clock) {
    this.sqs = sqs;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "sqs";
  }

  @Override
  public String operation(Call call) {
    return call.header("x-amz-target").replace("AmazonSQS.", "");
  }

  @Override
  public Answer handle(String operation, Call call) throws Refusal {
    var in = Json.read(call.body().toArray());
    var out = operation.equals("GetQueueUrl") ? queueUrl(in) : onQueue(operation, in);
    return Answer.json(out).with("Content-Type", TYPE);
  }

  @Override
  public Answer refused(Refusal refusal) {
    var code = refusal.code();
    var body =
        Json.object().put("__type", "com.amazonaws.sqs#" + code).put("message", refusal.text());
    var legacy =
        code.equals("QueueDoesNotExist") ? "AWS.SimpleQueueService.NonExistentQueue" : code;
    return Answer.json(refusal.status(), body)
        .with("Content-Type", TYPE)
        .with("x-amzn-query-error", legacy + (refusal.status() < 500 ? ";Sender" : ";Receiver"));
  }

  @Override
  public Refusal throttled() {
    return new Refusal(400, "RequestThrottled", "Request is throttled.");
  }

  private ObjectNode queueUrl(JsonNode in) throws Refusal {
    return Json.object().put("QueueUrl", sqs.url(queue(in.path("QueueName").asText())));
  }

  private ObjectNode onQueue(String operation, JsonNode in) throws Refusal {
    var queue = queue(in.path("QueueUrl").asText());
    return switch (operation) {
      case "SendMessage" -> send(queue, in);
      case "SendMessageBatch" -> SqsBatch.of(in, entry -> send(queue, entry));
      case "ReceiveMessage" -> receive(queue, in);
      case "DeleteMessage" -> delete(queue, in);
      case "DeleteMessageBatch" -> SqsBatch.of(in, entry -> delete(queue, entry));
      case "ChangeMessageVisibility" -> changeVisibility(queue, in);
      case "GetQueueAttributes" -> attributes(queue);
      case "PurgeQueue" -> purge(queue);
      default -> throw new Refusal(400, "UnsupportedOperation", "no operation " + operation);
    };
  }

  private String queue(String urlOrName) throws Refusal {
    return sqs.named(urlOrName)
        .orElseThrow(
            () -> new Refusal(400, "QueueDoesNotExist", "The specified queue does not exist."));
  }

  private ObjectNode send(String queue, JsonNode in) throws Refusal {
    var body = in.path("MessageBody").asText();
    if (body.isEmpty() || body.length() > MAX_BODY) {
      throw invalid("MessageBody must have 1 to " + MAX_BODY + " characters");
    }
    var attributes = SqsAttributes.read(in.path("MessageAttributes"));
    var delay = seconds(in, "DelaySeconds", MAX_SECONDS_DELAY).orElse(Duration.ZERO);
    var out = Json.object().put("MessageId", sqs.send(queue, body, attributes, delay));
    out.put("MD5OfMessageBody", SqsAttributes.md5(body));
    if (!attributes.isEmpty()) {
      out.put("MD5OfMessageAttributes", SqsAttributes.md5(attributes));
    }
    return out;
  }

  private ObjectNode receive(String queue, JsonNode in) throws Refusal {
    var max = in.path("MaxNumberOfMessages").asInt(1);
    if (max < 1 || max > SqsBatch.MAX) {
      throw invalid("MaxNumberOfMessages must be between 1 and 10");
    }
    var visibility =
        seconds(in, "VisibilityTimeout", MAX_SECONDS_VISIBILITY)
            .orElse(sqs.spec(queue).visibility());
    // Waiting for messages would wait for virtual time in real time: the answer comes at once.
    var out = Json.object();
    for (var message : sqs.receive(queue, max, clock.now(), visibility)) {
      out.withArray("Messages").add(SqsAttributes.received(message));
    }
    return out;
  }

  private ObjectNode delete(String queue, JsonNode in) {
    sqs.delete(queue, in.path("ReceiptHandle").asText());
    return Json.object();
  }

  private ObjectNode changeVisibility(String queue, JsonNode in) throws Refusal {
    var visibility =
        seconds(in, "VisibilityTimeout", MAX_SECONDS_VISIBILITY)
            .orElseThrow(() -> invalid("VisibilityTimeout is missing"));
    if (!sqs.changeVisibility(queue, in.path("ReceiptHandle").asText(), visibility)) {
      throw new Refusal(400, "ReceiptHandleIsInvalid", "The receipt handle has expired.");
    }
    return Json.object();
  }

  private ObjectNode purge(String queue) {
    sqs.purge(queue);
    return Json.object();
  }

  private ObjectNode attributes(String queue) {
    var spec = sqs.spec(queue);
    var counts = sqs.counts(queue);
    var out = Json.object();
    var values = out.putObject("Attributes");
    values.put("QueueArn", sqs.arn(queue));
    values.put("VisibilityTimeout", String.valueOf(spec.visibility().toSeconds()));
    values.put("ApproximateNumberOfMessages", String.valueOf(counts.visible()));
    values.put("ApproximateNumberOfMessagesDelayed", String.valueOf(counts.delayed()));
    values.put("ApproximateNumberOfMessagesNotVisible", String.valueOf(counts.inFlight()));
    spec.deadLetterName().ifPresent(dead -> values.put("RedrivePolicy", redrive(spec, dead)));
    return out;
  }

  private String redrive(QueueSpec spec, String dead) {
    return Json.text(
        Json.object()
            .put("deadLetterTargetArn", sqs.arn(dead))
            .put("maxReceiveCount", spec.maxReceiveCount()));
  }

  private static Optional<Duration> seconds(JsonNode in, String field, int max) throws Refusal {
    if (!in.hasNonNull(field)) {
      return Optional.empty();
    }
    var seconds = in.get(field).asInt(-1);
    if (seconds < 0 || seconds > max) {
      throw invalid(field + " must be between 0 and " + max + ", was " + in.get(field));
    }
    return Optional.of(Duration.ofSeconds(seconds));
  }

  private static Refusal invalid(String message) {
    return new Refusal(400, "InvalidParameterValue", message);
  }
}
