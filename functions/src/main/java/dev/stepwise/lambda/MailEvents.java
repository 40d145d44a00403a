package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import dev.stepwise.lambda.log.Metrics;
import dev.stepwise.usecase.HearOfMail;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;

/**
 * Works SES's events of one batch, each for itself; what fails comes again, and ends in the
 * dead-letter queue. Mails without our tags are none of ours.
 */
record MailEvents(HearOfMail hear, Metrics metrics) {
  private static final System.Logger LOG = System.getLogger(MailEvents.class.getName());

  SQSBatchResponse work(Events.Sqs batch) {
    List<BatchItemFailure> again =
        batch.records().stream()
            .filter(message -> !heard(message))
            .map(message -> new BatchItemFailure(message.messageId()))
            .toList();
    return new SQSBatchResponse(again);
  }

  private boolean heard(Events.Message message) {
    try {
      Events.ses(message.body())
          .flatMap(event -> SesReports.read(event, metrics.clock().instant()))
          .ifPresent(this::hear);
      return true;
    } catch (RuntimeException trouble) {
      LOG.log(Level.ERROR, "mail event " + message.messageId() + " failed", trouble);
      return false;
    }
  }

  private void hear(SesReports.Addressed event) {
    boolean news = hear.heard(event.enrollment(), event.report());
    String what = event.report().news().getClass().getSimpleName();
    LOG.log(Level.INFO, "{0} {1}: {2}", event.enrollment(), what, news ? "told" : "nothing new");
    if (news) {
      metrics.count("MailReports", what.toLowerCase(Locale.ROOT));
    }
  }
}
