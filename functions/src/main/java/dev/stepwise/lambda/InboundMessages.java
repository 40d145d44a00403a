package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import dev.stepwise.StepwiseException;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.matching.Inbox.Kept;
import dev.stepwise.usecase.HearMail;
import dev.stepwise.usecase.ReadMail;
import io.avaje.jsonb.Json;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mails that come in: from SES itself, which tries three times; from the queue, where Lambda puts
 * what failed so often and the sweep what nobody finished. What fails for hours, or kills the
 * function, is put before the rep; what cannot even be held ends in the dead-letter queue.
 */
record InboundMessages(HearMail hear, ReadMail read, InstantSource clock) {
  private static final System.Logger LOG = System.getLogger(InboundMessages.class.getName());
  private static final int FAILED_RECEIVES = 5;

  /** SES's notifications, or messages of the queue: each has what the other lacks. */
  @Json
  record Event(@Json.Property("Records") List<Item> records) {}

  /** One mail, or one message. */
  @Json
  record Item(
      Receipts.@Nullable Ses ses,
      @Nullable String messageId,
      @Nullable String body,
      @Nullable Map<String, String> attributes) {
    private int receives() {
      String receives =
          attributes == null ? "1" : attributes.getOrDefault("ApproximateReceiveCount", "1");
      return Integer.parseInt(receives);
    }
  }

  /** A message of the queue: a mail to be read, or what Lambda could not get done. */
  @Json
  record Message(@Nullable String mail, @Nullable Event requestPayload) {}

  /** Throws when a mail of SES's own call failed, so that Lambda calls again. */
  SQSBatchResponse work(Event event) {
    return new SQSBatchResponse(
        event.records().stream()
            .flatMap(item -> again(item).stream())
            .map(BatchItemFailure::new)
            .toList());
  }

  /** The message that is to come again. */
  private Optional<String> again(Item item) {
    if (item.ses() != null) {
      receive(item.ses());
      return Optional.empty();
    }
    String id = String.valueOf(item.messageId());
    try {
      work(Events.inboundMessage(String.valueOf(item.body())), item.receives());
      return Optional.empty();
    } catch (RuntimeException trouble) {
      LOG.log(Level.ERROR, "inbound message " + id + " failed", trouble);
      return Optional.of(id);
    }
  }

  private void work(Message message, int receives) {
    if (message.mail() != null) {
      read(message.mail(), receives);
    } else if (message.requestPayload() != null) {
      message.requestPayload().records().stream()
          .flatMap(item -> Optional.ofNullable(item.ses()).stream())
          .map(this::kept)
          // What was held at last only now has not been tried yet: the sweep brings it.
          .filter(_ -> receives <= FAILED_RECEIVES)
          .forEach(kept -> read(kept.mail().id(), receives));
    }
  }

  private void read(String mailId, int receives) {
    if (receives > FAILED_RECEIVES) {
      // The last try neither ended nor threw: time or memory ran out, and would again.
      read.giveUp(mailId, "could not be read in time");
      return;
    }
    try {
      read.read(mailId);
    } catch (RuntimeException | Error trouble) {
      // A mail can make a library run out of stack or memory: nobody would ever finish reading it.
      if (receives < FAILED_RECEIVES) {
        throw trouble;
      }
      if (trouble instanceof RuntimeException && isRecent(mailId)) {
        LOG.log(Level.ERROR, "mail " + mailId + " is read again by the next sweep", trouble);
        return;
      }
      LOG.log(Level.ERROR, "mail " + mailId + " is put before the rep", trouble);
      read.giveUp(mailId, "could not be read: " + reason(trouble));
    }
  }

  /** Where nobody can tell, the sweep will. */
  private boolean isRecent(String mailId) {
    try {
      return read.isRecent(mailId, clock.instant());
    } catch (RuntimeException trouble) {
      LOG.log(Level.ERROR, "nobody can tell how old mail " + mailId + " is", trouble);
      return true;
    }
  }

  private void receive(Receipts.Ses ses) {
    read.read(kept(ses));
  }

  private Kept kept(Receipts.Ses ses) {
    Receipt receipt = ses.receipt(clock.instant());
    return hear.hear(receipt);
  }

  /** Our own exceptions name what is wrong, and no person. */
  private static String reason(Throwable trouble) {
    return trouble instanceof StepwiseException
        ? String.valueOf(trouble.getMessage())
        : trouble.getClass().getSimpleName();
  }
}
