package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.lambda.log.Metrics;
import dev.stepwise.usecase.Guardrails;
import dev.stepwise.usecase.Guardrails.Learnt;
import dev.stepwise.usecase.HearOfMail;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Works SES's events of one batch, each for itself; what fails comes again, and ends in the
 * dead-letter queue. Mails without our tags are none of ours.
 */
record MailEvents(HearOfMail hear, Guardrails guardrails, Metrics metrics) {
  private static final System.Logger LOG = System.getLogger(MailEvents.class.getName());

  SQSBatchResponse work(Events.Sqs batch) {
    List<Learnt> learnt = new ArrayList<>();
    List<BatchItemFailure> again =
        batch.records().stream()
            .filter(message -> !heard(message, learnt))
            .map(message -> new BatchItemFailure(message.messageId()))
            .toList();
    count(learnt);
    return new SQSBatchResponse(again);
  }

  /** What was heard is told by now, and would be no news again: a count that fails is lost. */
  private void count(List<Learnt> learnt) {
    try {
      int paused = guardrails.count(learnt).size();
      if (paused > 0) {
        metrics.count("Guardrails", paused);
      }
    } catch (RuntimeException trouble) {
      LOG.log(Level.ERROR, "what became of mails could not be counted", trouble);
    }
  }

  private boolean heard(Events.Message message, List<Learnt> learnt) {
    try {
      Events.ses(message.body())
          .flatMap(event -> SesReports.read(event, metrics.clock().instant()))
          .flatMap(this::hear)
          .ifPresent(learnt::add);
      return true;
    } catch (RuntimeException trouble) {
      LOG.log(Level.ERROR, "mail event " + message.messageId() + " failed", trouble);
      return false;
    }
  }

  private Optional<Learnt> hear(SesReports.Addressed event) {
    Optional<Enrolled> facts = hear.learnt(event.enrollment(), event.report());
    boolean news = facts.isPresent();
    String what = event.report().news().getClass().getSimpleName();
    LOG.log(Level.INFO, "{0} {1}: {2}", event.enrollment(), what, news ? "told" : "nothing new");
    if (news) {
      metrics.count("MailReports", what.toLowerCase(Locale.ROOT));
    }
    return facts.map(of -> new Learnt(of, event.report().news()));
  }
}
