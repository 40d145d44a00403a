package dev.stepwise.local.smtp;

import dev.stepwise.local.aws.LocalAws;
import dev.stepwise.local.aws.Message;
import dev.stepwise.local.aws.QueueSpec;
import dev.stepwise.local.json.Json;
import dev.stepwise.local.lambda.LocalFunction;
import dev.stepwise.local.time.Agenda;
import dev.stepwise.local.time.DueSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The receiving side: stores a mail as SES's S3 action does, then invokes the function for replies
 * as its Lambda action does: later, and up to three times when it fails; then the event goes to the
 * queue that the function names for that.
 */
public final class Inbound implements DueSource {
  /** Where mails are kept as long as no function reads them. */
  private static final String UNREAD = "stepwise-inbound";

  private static final String QUEUE = "local-inbound-invocations";
  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);
  private static final int TRIES = 3;

  private final String domain;
  private final Optional<LocalFunction> function;
  private final LocalAws aws;
  private final Agenda agenda;
  private final String bucket;

  /** Takes mail for a domain; without a function mail is only kept. */
  public Inbound(String domain, Optional<LocalFunction> function, LocalAws aws, Agenda agenda) {
    this.domain = domain;
    this.function = function;
    this.aws = aws;
    this.agenda = agenda;
    this.bucket =
        function
            .map(receiver -> receiver.spec().environment().get("INBOUND_BUCKET"))
            .orElse(UNREAD);
    aws.s3().declare(bucket);
    aws.sqs().declare(QueueSpec.of(QUEUE, BETWEEN_TRIES));
  }

  public boolean takes(String recipient) {
    return recipient.toLowerCase(Locale.ROOT).endsWith("@" + domain);
  }

  /** Stores a mail; once this returns it cannot be lost. Returns the id SES would give it. */
  public String store(ReceivedMail mail) {
    try (var _ = agenda.request()) {
      var id = UUID.randomUUID().toString().replace("-", "");
      aws.s3().put(bucket, "inbound/" + id, mail.raw().toArray());
      if (function.isPresent()) {
        var event = ReceiptEvents.event(id, mail, agenda.now());
        aws.sqs().send(QUEUE, new String(event, StandardCharsets.UTF_8), Duration.ZERO);
      }
      return id;
    }
  }

  @Override
  public Optional<Instant> nextDue() {
    return aws.sqs().nextVisible(QUEUE);
  }

  @Override
  public void work(Instant now) {
    var batch = aws.sqs().receive(QUEUE, 10, now);
    while (!batch.isEmpty()) {
      for (var message : batch) {
        work(message);
      }
      batch = aws.sqs().receive(QUEUE, 10, now);
    }
  }

  private void work(Message message) {
    var event = message.body().getBytes(StandardCharsets.UTF_8);
    var worked = function.flatMap(receiver -> receiver.invoke(event)).isPresent();
    if (!worked && message.receiveCount() >= TRIES) {
      function
          .flatMap(receiver -> receiver.spec().onFailure())
          .ifPresent(queue -> aws.sqs().send(queue, failure(message.body()), Duration.ZERO));
    }
    if (worked || message.receiveCount() >= TRIES) {
      aws.sqs().delete(QUEUE, message.receipt());
    }
  }

  /**
   * What Lambda hands a destination; see "Capturing records of Lambda asynchronous invocations".
   */
  private static String failure(String event) {
    var record = new LinkedHashMap<String, Object>();
    record.put("version", "1.0");
    record.put(
        "requestContext", Map.of("condition", "RetriesExhausted", "approximateInvokeCount", TRIES));
    record.put(
        "requestPayload",
        Json.object(event.getBytes(StandardCharsets.UTF_8)).orElseThrow().fields());
    return new String(Json.bytes(record), StandardCharsets.UTF_8);
  }
}
