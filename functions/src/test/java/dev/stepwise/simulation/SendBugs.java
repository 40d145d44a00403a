package dev.stepwise.simulation;

import dev.stepwise.enrollment.Claim;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.MailReport;
import dev.stepwise.forward.ForwardResult;
import dev.stepwise.forward.Forwarder;
import dev.stepwise.mail.Letter;
import dev.stepwise.mail.Mailer;
import dev.stepwise.mail.SendResult;
import java.time.Duration;
import java.util.function.BiFunction;

/** Bugs around SES: what it answers is read wrongly. */
record SendBugs(BiFunction<Mailer, Letter, SendResult> send) implements Planted {

  /** What timed out is sent again at once. */
  static Planted blindRetry() {
    return new SendBugs((mailer, letter) ->
        mailer.send(letter) instanceof SendResult.Accepted accepted
            ? accepted
            : mailer.send(letter));
  }

  /** What timed out counts as not sent, and is due again. */
  static Planted timeOutIsFailure() {
    return new SendBugs((mailer, letter) -> {
      SendResult result = mailer.send(letter);
      return result instanceof SendResult.Unknown(String why)
          ? new SendResult.TryLater(why)
          : result;
    });
  }

  /** An event is taken for the open claim's, whichever attempt it names. */
  static Planted eventOfAnotherAttempt() {
    return new Planted() {
      @Override
      public MailReport report(MailReport right, Enrollment stored) {
        Claim claim = stored.claim();
        MailReport.Mail mail = right.mail();
        return claim == null || claim.step() != mail.step()
            ? right
            : new MailReport(
                new MailReport.Mail(mail.step(), claim.attempt(), mail.id()),
                right.news(),
                right.by());
      }
    };
  }

  /** A forwarding that SES did not take counts as done. */
  static Planted forwardingForgotten() {
    return new Planted() {
      @Override
      public Forwarder forwarder(Forwarder right) {
        return letter -> {
          right.forward(letter);
          return new ForwardResult.Accepted(letter.mailId());
        };
      }
    };
  }

  @Override
  public Mailer mailer(Mailer right) {
    return new Mailer() {
      @Override
      public SendResult send(Letter letter) {
        return send.apply(right, letter);
      }

      @Override
      public Duration timeOut() {
        return right.timeOut();
      }
    };
  }
}
