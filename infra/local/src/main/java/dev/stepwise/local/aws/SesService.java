package dev.stepwise.local.aws;

import java.util.List;
import java.util.function.Consumer;

/** Skeleton. */
public final class SesService {
  /** Mails that SES accepted, in that order. */
  public List<OutboxMail> outbox() {
    return List.of();
  }

  /** Where events go: to this queue, in an SNS envelope of this topic. */
  public void publishTo(String queue, String topicArn) {}

  /** Tells each event to a listener as well, when it is due. */
  public void listen(Consumer<SesEvent> listener) {}
}
