package dev.stepwise.usecase;

import dev.stepwise.StepwiseException;
import dev.stepwise.forward.Arrival;
import dev.stepwise.forward.AttachmentStore;
import dev.stepwise.forward.ForwardResult;
import dev.stepwise.forward.Forwarded;
import dev.stepwise.forward.Forwarder;
import dev.stepwise.forward.Forwarding;
import dev.stepwise.forward.Notice;
import dev.stepwise.forward.RawLetter;
import dev.stepwise.forward.Report;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Passes a mail on to the rep, at least once: whoever is not told that it is done calls again, and
 * a crash after SES took it makes a second copy.
 */
public final class ForwardAnswer {
  private static final System.Logger LOG = System.getLogger(ForwardAnswer.class.getName());

  private final Forwarding forwarding;
  private final AttachmentStore attachments;
  private final Forwarder forwarder;
  private final InstantSource clock;

  public ForwardAnswer(
      Forwarding forwarding,
      AttachmentStore attachments,
      Forwarder forwarder,
      InstantSource clock) {
    this.forwarding = forwarding;
    this.attachments = attachments;
    this.forwarder = forwarder;
    this.clock = clock;
  }

  /** Throws a {@link StepwiseException} when it could not be done, or nobody knows. */
  public Forwarded forward(Arrival arrival, Report report) {
    Instant now = clock.instant();
    return Notice.of(arrival.receipt().verdicts())
        .map(notice -> notice(notice, arrival, report, now))
        .orElseGet(() -> whole(arrival, report, now));
  }

  private Forwarded whole(Arrival arrival, Report report, Instant now) {
    Forwarding.Composed composed = forwarding.answer(arrival, report, now);
    composed.apart().forEach(each -> attachments.put(arrival.receipt().id(), each));
    return switch (forwarder.forward(composed.letter())) {
      case ForwardResult.Accepted _ -> new Forwarded.Whole();
      case ForwardResult.Rejected _ -> notice(Notice.UNSENDABLE, arrival, report, now);
      case ForwardResult.TryLater(String reason) -> throw later(composed.letter(), reason);
    };
  }

  private Forwarded notice(Notice notice, Arrival arrival, Report report, Instant now) {
    RawLetter letter = forwarding.notice(notice, arrival, report, now);
    return switch (forwarder.forward(letter)) {
      case ForwardResult.Accepted _ -> new Forwarded.Noticed(notice);
      case ForwardResult.Rejected(String reason) -> {
        LOG.log(Level.ERROR, "the rep gets nothing of mail {0}: {1}", letter.mailId(), reason);
        yield new Forwarded.Refused(reason);
      }
      case ForwardResult.TryLater(String reason) -> throw later(letter, reason);
    };
  }

  private static StepwiseException later(RawLetter letter, String reason) {
    return new StepwiseException("mail " + letter.mailId() + " is not forwarded yet: " + reason);
  }
}
