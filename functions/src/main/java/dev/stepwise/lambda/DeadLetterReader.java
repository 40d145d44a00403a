package dev.stepwise.lambda;

import dev.stepwise.StepwiseException;
import dev.stepwise.deadletter.Errand;
import dev.stepwise.timer.StepDue;
import io.avaje.jsonb.Json;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells by a message's body what it was to do: our own wake, SNS's envelope of an SES event, or
 * what the inbound queue takes.
 */
record DeadLetterReader(Function<String, StepDue> wakes) implements Function<String, Errand> {

  /**
   * What EventBridge Scheduler could not deliver: the call to SQS that failed, with our wake as its
   * body (docs.aws.amazon.com/scheduler, "Configuring a dead-letter queue").
   */
  @Json
  record Undelivered(@Json.Property("MessageBody") @Nullable String body) {}

  @Override
  public Errand apply(String body) {
    return readable(() -> new Errand.Wake(wakes.apply(body)))
        .or(() -> readable(() -> new Errand.Wake(wakes.apply(undelivered(body)))))
        .or(() -> readable(() -> mailEvent(body)))
        .or(() -> readable(() -> inbound(body)))
        .orElseGet(Errand.Unreadable::new);
  }

  private static String undelivered(String body) {
    String message = Events.undelivered(body).body();
    return message == null ? "" : message;
  }

  private static Errand mailEvent(String body) {
    if (Events.ses(body).isEmpty()) {
      throw new StepwiseException("no event of SES");
    }
    return new Errand.MailEvent();
  }

  private static Errand inbound(String body) {
    InboundMessages.Message message = Events.inboundMessage(body);
    if (message.mail() == null && message.requestPayload() == null) {
      throw new StepwiseException("no mail is named");
    }
    return new Errand.InboundMail();
  }

  private static Optional<Errand> readable(Supplier<Errand> read) {
    try {
      return Optional.of(read.get());
    } catch (RuntimeException otherwise) {
      return Optional.empty();
    }
  }
}
