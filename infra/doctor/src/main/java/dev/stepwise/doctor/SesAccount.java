package dev.stepwise.doctor;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.SendQuota;

/** Whether SES lets the account send, and how much. */
record SesAccount(SesV2Client ses, Stack stack) implements Check {
  private static final double NEARLY_ALL = 0.8;

  @Override
  public List<Finding> look() {
    var account = ses.getAccount(ask -> {});
    List<Finding> found = new ArrayList<>();
    found.add(
        account.productionAccessEnabled()
            ? Finding.good("SES: the account is out of the sandbox")
            : Finding.mend(
                "SES: the account is in the sandbox: 200 mails a day, to verified addresses only",
                "request production access (infra/README.md, First deploy)"));
    if (!account.sendingEnabled()) {
      found.add(Finding.mend("SES: sending is paused", "the SES console says why and by whom"));
    }
    if (!"HEALTHY".equals(account.enforcementStatus())) {
      found.add(
          Finding.mend(
              "SES: the account's standing is " + account.enforcementStatus(),
              "answer the case in the AWS support centre; stop the list that draws bounces"));
    }
    found.add(quota(account.sendQuota()));
    found.add(rate(account.sendQuota().maxSendRate()));
    return found;
  }

  private Finding rate(double most) {
    double wanted = stack.sendsPerSecond();
    return wanted <= most
        ? Finding.good(
            "SES: mails leave at %.0f a second, its rate is %.0f".formatted(wanted, most))
        : Finding.mend(
            "SES: SendsPerSecond is %.0f, and the account's rate %.0f".formatted(wanted, most),
            "deploy with SendsPerSecond=%.0f, or ask for a higher rate".formatted(most));
  }

  private static Finding quota(SendQuota quota) {
    String text =
        "SES: %.0f of %.0f mails sent in 24 hours, %.0f a second at most"
            .formatted(quota.sentLast24Hours(), quota.max24HourSend(), quota.maxSendRate());
    return quota.sentLast24Hours() < quota.max24HourSend() * NEARLY_ALL
        ? Finding.good(text)
        : Finding.note(text, "ask for a higher sending quota (infra/README.md, Quotas to raise)");
  }
}
