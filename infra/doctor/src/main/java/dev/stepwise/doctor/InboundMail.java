package dev.stepwise.doctor;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.ReceiptRule;

/** Whether answers come to SES, and SES has a rule for them. */
record InboundMail(SesClient ses, Dns dns, Stack stack, String region) implements Check {
  @Override
  public List<Finding> look() {
    if (!stack.receivesMail()) {
      return List.of(
          Finding.note(
              "Answers: this stack receives no mail (ReceiveMail=no)",
              "without another deployment that does, no answer stops a sequence"));
    }
    List<Finding> found = new ArrayList<>();
    found.add(servers());
    found.add(rules());
    return found;
  }

  private Finding servers() {
    String wanted = "inbound-smtp." + region + ".amazonaws.com";
    List<String> servers = dns.mailServers(stack.inboundDomain());
    if (!servers.contains(wanted)) {
      return Finding.mend(
          "MX: mail for %s goes to %s".formatted(stack.inboundDomain(), servers),
          "publish " + stack.output("InboundMx"));
    }
    return servers.size() == 1
        ? Finding.good("MX: mail for " + stack.inboundDomain() + " goes to SES")
        : Finding.mend(
            "MX: some mail for %s goes elsewhere: %s".formatted(stack.inboundDomain(), servers),
            "leave SES alone there: what another server gets stops no sequence");
  }

  private Finding rules() {
    String own = stack.resource("MailReceiving.RuleSet");
    var active = ses.describeActiveReceiptRuleSet(ask -> {});
    if (active.metadata() == null) {
      return Finding.mend(
          "Rules: no receipt rule set is active",
          "aws ses set-active-receipt-rule-set --rule-set-name " + own);
    }
    String name = active.metadata().name();
    return active.rules().stream().anyMatch(this::isOurs)
        ? Finding.good("Rules: the active set " + name + " stores mail for us")
        : Finding.mend(
            "Rules: the active set %s has no rule that stores mail for %s in our bucket"
                .formatted(name, stack.inboundDomain()),
            "activate %s, or add its rule to %s (infra/README.md, Answers)".formatted(own, name));
  }

  /** A rule without recipients is for every domain. */
  private boolean isOurs(ReceiptRule rule) {
    String bucket = stack.resource("InboundBucket");
    return Boolean.TRUE.equals(rule.enabled())
        && (rule.recipients().isEmpty() || rule.recipients().contains(stack.inboundDomain()))
        && rule.actions().stream()
            .anyMatch(action ->
                action.s3Action() != null && bucket.equals(action.s3Action().bucketName()));
  }
}
