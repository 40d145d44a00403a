package dev.stepwise.sending;

/**
 * What became of mails: how many there were, and how many of them bounced for good, drew a
 * complaint or were not sent by SES after all.
 */
public record Tally(long mails, long bounced, long complained, long failed) {
  public static final Tally NONE = new Tally(0, 0, 0, 0);

  public Tally plus(Tally more) {
    return new Tally(
        mails + more.mails,
        bounced + more.bounced,
        complained + more.complained,
        failed + more.failed);
  }

  /** True when something went wrong. */
  public boolean hasTrouble() {
    return bounced + complained + failed > 0;
  }
}
