package dev.stepwise.local.smtp;

import dev.stepwise.local.aws.LocalAws;
import dev.stepwise.local.aws.QueueSpec;
import dev.stepwise.local.lambda.LocalFunction;
import dev.stepwise.local.time.Agenda;
import dev.stepwise.local.time.DueSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The receiving side: stores a mail as SES's S3 action does, then invokes the function for replies
 * as its Lambda action does: later, and up to three times when it fails.
 */
public final class Inbound implements DueSource {
  public static final String BUCKET = "stepwise-inbound";

  private static final String QUEUE = "local-inbound-invocations";
  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);
  private static final int TRIES = 3;

  private final String domain;
  private final Optional<LocalFunction> function;
  private final LocalAws aws;
  private final Agenda agenda;

  /** Takes mail for a domain; without a function mail is only kept. */
  public Inbound(String domain, Optional<LocalFunction> function, LocalAws aws, Agenda agenda) {
    this.domain = domain;
    this.function = function;
    this.aws = aws;
    this.agenda = agenda;
    aws.s3().declare(BUCKET);
    aws.sqs().declare(QueueSpec.of(QUEUE, BETWEEN_TRIES));
  }

  public boolean takes(String recipient) {
    return recipient.toLowerCase(Locale.ROOT).endsWith("@" + domain);
  }

  /** Stores a mail; once this returns it cannot be lost. Returns the id SES would give it. */
  public String store(ReceivedMail mail) {
    try (var _ = agenda.request()) {
      var id = UUID.randomUUID().toString().replace("-", "");
      aws.s3().put(BUCKET, "inbound/" + id, mail.raw().toArray());
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
        var event = message.body().getBytes(StandardCharsets.UTF_8);
        var worked = function.flatMap(receiver -> receiver.invoke(event)).isPresent();
        if (worked || message.receiveCount() >= TRIES) {
          aws.sqs().delete(QUEUE, message.receipt());
        }
      }
      batch = aws.sqs().receive(QUEUE, 10, now);
    }
  }
}
