package dev.stepwise.aws;

import dev.stepwise.StepwiseException;
import dev.stepwise.deadletter.DeadLetter;
import dev.stepwise.deadletter.DeadLetters;
import dev.stepwise.deadletter.Errand;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The dead-letter queue of SQS, and the queues that messages came from. */
record AwsDeadLetters(Supplier<SqsClient> sqs, Supplier<String> url, Homes homes)
    implements DeadLetters {
  private static final int BATCH = 10;
  private static final int HIDDEN_SECONDS = 300;

  /** Waiting asks all of SQS's servers; a short look may miss what lies on some. */
  private static final int WAIT_SECONDS = 1;

  /** Where errands belong. */
  record Homes(Queue stepDue, Queue mailEvents, Queue inbound) {}

  @Override
  public List<DeadLetter> take() {
    try {
      return sqs
          .get()
          .receiveMessage(r ->
              r.queueUrl(url.get())
                  .maxNumberOfMessages(BATCH)
                  .visibilityTimeout(HIDDEN_SECONDS)
                  .waitTimeSeconds(WAIT_SECONDS))
          .messages()
          .stream()
          .map(message -> new DeadLetter(message.receiptHandle(), message.body()))
          .toList();
    } catch (SdkException e) {
      throw new StepwiseException("cannot read the dead-letter queue", e);
    }
  }

  @Override
  public void putBack(DeadLetter letter, Errand errand, Duration after) {
    int seconds = Math.toIntExact(after.toSeconds());
    switch (errand) {
      case Errand.Wake(var due) ->
          homes.stepDue().send(StepDueJson.write(due), seconds, "the wake of " + due.enrollment());
      case Errand.MailEvent _ -> homes.mailEvents().send(letter.body(), seconds, "a mail event");
      case Errand.InboundMail _ -> homes.inbound().send(letter.body(), seconds, "a mail");
      case Errand.Unreadable _ -> throw new IllegalArgumentException("it belongs nowhere");
    }
    drop(letter);
  }

  @Override
  public void drop(DeadLetter letter) {
    try {
      sqs.get().deleteMessage(r -> r.queueUrl(url.get()).receiptHandle(letter.receipt()));
    } catch (SdkException e) {
      throw new StepwiseException("cannot take a message out of the dead-letter queue", e);
    }
  }

  @Override
  public void leave(DeadLetter letter) {
    try {
      sqs.get()
          .changeMessageVisibility(
              r -> r.queueUrl(url.get()).receiptHandle(letter.receipt()).visibilityTimeout(0));
    } catch (SdkException e) {
      throw new StepwiseException("cannot leave a message in the dead-letter queue", e);
    }
  }
}
