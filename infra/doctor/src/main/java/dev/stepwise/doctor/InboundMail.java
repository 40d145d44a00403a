package dev.stepwise.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.ReceiptAction;
import software.amazon.awssdk.services.ses.model.ReceiptRule;

/** Whether answers come to SES, and SES has a rule for them. */
record InboundMail(SesClient ses, Dns dns, Stack stack, String region) implements Check {
  /** What infra/mail-receiving.yaml calls its rule. */
  private static final String RULE = "stepwise-inbound";

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
        ? Finding.good(
            "Rules: the active set " + name + " stores mail for us and calls inbound-reply")
        : Finding.mend(
            "Rules: the active set %s has no rule that stores mail for %s in our bucket and then calls %s"
                .formatted(name, stack.inboundDomain(), stack.resource("InboundReplyFunction")),
            name.equals(own)
                ? "make its rule again what infra/mail-receiving.yaml says (aws ses update-receipt-rule), for deploying does not"
                : copied(own, name, active.rules()));
  }

  /**
   * The command that has the stack's own rule in another set too. A rule of its name for another
   * domain is another stack's, and stays.
   */
  private String copied(String own, String active, List<ReceiptRule> there) {
    Optional<ReceiptRule> named =
        there.stream().filter(rule -> RULE.equals(rule.name())).findFirst();
    boolean isOurs =
        named.filter(rule -> rule.recipients().contains(stack.inboundDomain())).isPresent();
    String renamed =
        named.isPresent() && !isOurs
            ? " | sed s/%s/%s/".formatted(RULE, stack.inboundDomain())
            : "";
    return ("aws ses %s-receipt-rule --rule-set-name %s --rule \"$(aws ses describe-receipt-rule"
            + " --rule-set-name %s --rule-name %s --query Rule --output json%s)\"")
        .formatted(isOurs ? "update" : "create", active, own, RULE, renamed);
  }

  /** A rule without recipients is for every domain. The function reads what was stored before. */
  private boolean isOurs(ReceiptRule rule) {
    return Boolean.TRUE.equals(rule.enabled())
        && (rule.recipients().isEmpty() || rule.recipients().contains(stack.inboundDomain()))
        && rule.actions().stream()
            .dropWhile(action -> !stores(action))
            .anyMatch(this::callsInboundReply);
  }

  private boolean stores(ReceiptAction action) {
    return action.s3Action() != null
        && stack.resource("InboundBucket").equals(action.s3Action().bucketName());
  }

  /** By whichever alias. */
  private boolean callsInboundReply(ReceiptAction action) {
    String function = ":function:" + stack.resource("InboundReplyFunction") + ":";
    return action.lambdaAction() != null
        && (action.lambdaAction().functionArn() + ":").contains(function);
  }
}
