package dev.stepwise.inbound;

/**
 * What SES found out about a mail. See docs.aws.amazon.com/ses, "Contents of notifications for
 * Amazon SES email receiving".
 */
public record Verdicts(Verdict spf, Verdict dkim, Verdict dmarc, Verdict spam, Verdict virus) {
  /** One finding. */
  public enum Verdict {
    PASS,
    FAIL,
    /** Neither: there is nothing to check by, or the check said so. */
    GRAY,
    /** SES could not check. */
    PROCESSING_FAILED
  }
}
