package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.usecase.HearOfMail;
import dev.stepwise.usecase.HearOfMail.Accepted;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/**
 * Works SES's events of one batch, each for itself; what fails comes again, and ends in the
 * dead-letter queue. Mails without our tags are none of ours.
 */
record MailEvents(HearOfMail hear) {
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
          .filter(event -> event.eventType().equals("Send"))
          .flatMap(event -> accepted(event.mail()))
          .ifPresent(hear::accepted);
      return true;
    } catch (RuntimeException trouble) {
      LOG.log(Level.ERROR, "mail event " + message.messageId() + " failed", trouble);
      return false;
    }
  }

  private static Optional<Accepted> accepted(Events.SesMail mail) {
    Optional<String> enrollment = mail.tag("enrollment");
    Optional<String> step = mail.tag("step");
    Optional<String> attempt = mail.tag("attempt");
    return enrollment.isEmpty() || step.isEmpty() || attempt.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Accepted(
                new EnrollmentId(enrollment.get()),
                Integer.parseInt(step.get()),
                Integer.parseInt(attempt.get()),
                mail.messageId()));
  }
}
