package dev.stepwise.forward;

import dev.stepwise.inbound.Verdicts;
import dev.stepwise.inbound.Verdicts.Verdict;
import java.util.Optional;

/** Why the rep gets a notice in plain text instead of a mail. */
public enum Notice {
  /** SES found a virus, or could not look for one: nothing of the content is shown. */
  VIRUS("Mail withheld", "It may carry a virus, so nothing of it is forwarded."),

  /** The domain that the mail claims to come from says that it did not send it. */
  FORGED(
      "Suspected forgery",
      "It fails the checks (DMARC) of the domain that it claims to come from. Do not trust it"
          + " without asking its sender by other means."),

  /** SES takes it for spam. */
  SPAM("Suspected spam", "It looks like spam."),

  /** SES did not take it as it is. */
  UNSENDABLE("Mail not forwarded", "It could not be forwarded as it is.");

  private static final int SUBJECT = 200;
  private static final int TYPED = 100_000;

  private final String title;
  private final String reason;

  Notice(String title, String reason) {
    this.title = title;
    this.reason = reason;
  }

  /** The notice that such findings call for; none when the mail may be forwarded. */
  public static Optional<Notice> of(Verdicts verdicts) {
    Verdict virus = verdicts.virus();
    if (virus == Verdict.FAIL || virus == Verdict.PROCESSING_FAILED) {
      return Optional.of(VIRUS);
    }
    if (verdicts.dmarc() == Verdict.FAIL) {
      return Optional.of(FORGED);
    }
    return verdicts.spam() == Verdict.FAIL ? Optional.of(SPAM) : Optional.empty();
  }

  String subject(Envelope envelope) {
    return title + ": " + Words.line(envelope.subject(), SUBJECT);
  }

  String text(Envelope envelope) {
    StringBuilder text = new StringBuilder(envelope.report().headline()).append("\n\n");
    text.append("A mail came from ").append(Words.defanged(envelope.author()));
    text.append(".\nSubject: ").append(Words.defanged(Words.line(envelope.subject(), SUBJECT)));
    text.append("\n\n").append(reason);
    return this == VIRUS ? text.append("\n").toString() : quoted(text, envelope.arrival().typed());
  }

  private static String quoted(StringBuilder text, String typed) {
    text.append(" Only its text follows, with links that lead nowhere.\n\n");
    Words.defanged(Words.lines(typed, TYPED))
        .lines()
        .forEach(line -> text.append("> ").append(line).append('\n'));
    return text.toString();
  }
}
