package dev.stepwise.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lets SES take answers in, and hand them on: the domain's identity, and the rule. */
class ReceivingTest {
  private static final String OWN = "stepwise-MailReceiving-RuleSet";
  private static final String RULES = "DescribeActiveReceiptRuleSet";
  @RegisterExtension static final Deployment DEPLOYMENT = new Deployment();

  @ParameterizedTest
  @CsvSource({"example.com", "reply.example.com", "a.b.example.com"})
  void an_identity_is_good_for_its_domain_and_all_below_it(String inbound) {
    receiveAt(inbound);

    assertThat(told("Inbound:"))
        .containsExactly(Finding.good("Inbound: SES takes mail for " + inbound));
  }

  @ParameterizedTest
  @CsvSource({"reply.example.net", "badexample.com"})
  void a_domain_of_which_ses_knows_nothing_is_to_be_made_an_identity(String inbound) {
    receiveAt(inbound);

    assertThat(told("Inbound:"))
        .containsExactly(
            Finding.mend(
                "Inbound: SES takes no mail for %s, for it knows neither it nor a domain above it"
                    .formatted(inbound),
                "publish the DKIM records of the tokens that this answers: aws sesv2"
                    + " create-email-identity --email-identity "
                    + inbound));
  }

  @Test
  void an_identity_that_is_not_verified_is_not_enough() {
    DEPLOYMENT.amend(
        "GetEmailIdentity",
        "\"VerifiedForSendingStatus\":true",
        "\"VerifiedForSendingStatus\":false");

    assertThat(told("Inbound:"))
        .containsExactly(
            Finding.mend(
                "Inbound: SES takes no mail for reply.example.com, for example.com is not verified",
                "publish the DKIM records of the tokens that this shows: aws sesv2"
                    + " get-email-identity --query DkimAttributes --email-identity example.com"));
  }

  @Test
  void a_stack_that_receives_no_mail_needs_no_identity_for_it() {
    DEPLOYMENT.amend(
        "DescribeStacks",
        "\"ReceiveMail\",\"ParameterValue\":\"yes",
        "\"ReceiveMail\",\"ParameterValue\":\"no");

    assertThat(told("Inbound:")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          "LambdaAction"; "OtherAction"
          stepwise-InboundReplyFunction; stepwise-InboundReplyFunctionB
          function:stepwise-InboundReplyFunction; function:other-stepwise-InboundReplyFunction
          "S3Action"; "OtherAction"
          stepwise-InboundBucket; other-mails
          """)
  void a_rule_must_store_and_call_our_function(String from, String to) {
    DEPLOYMENT.amend(RULES, from, to);

    assertThat(told("Rules:"))
        .containsExactly(
            Finding.mend(
                lacking(OWN),
                "make its rule again what infra/mail-receiving.yaml says (aws ses"
                    + " update-receipt-rule), for deploying does not"));
  }

  @Test
  void a_function_that_is_called_before_the_mail_is_stored_would_not_find_it() {
    DEPLOYMENT
        .account()
        .amend(
            RULES,
            answer ->
                answer.replaceFirst(
                    "(\\{\"S3Action\":\\{[^}]*}}),(\\{\"LambdaAction\":\\{[^}]*}})", "$2,$1"));

    assertThat(told("Rules:")).extracting(Finding::text).containsExactly(lacking(OWN));
  }

  @Test
  void whichever_alias_is_called_is_ours() {
    DEPLOYMENT.amend(RULES, "InboundReplyFunction:live", "InboundReplyFunction");

    assertThat(told("Rules:")).noneMatch(Finding::isToBeMended).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "stepwise-inbound, reply.example.com, update, ''",
    "another, reply.example.com, create, ''",
    "stepwise-inbound, reply.other.example, create, ' | sed s/stepwise-inbound/reply.example.com/'"
  })
  void our_rule_is_copied_into_the_set_that_is_active(
      String rule, String recipient, String verb, String renamed) {
    DEPLOYMENT
        .account()
        .amend(
            RULES,
            answer ->
                answer
                    .replace(OWN, "of-others")
                    .replace("\"LambdaAction\"", "\"OtherAction\"")
                    .replace("\"reply.example.com\"", "\"" + recipient + "\"")
                    .replace("stepwise-inbound\"", rule + "\""));

    assertThat(told("Rules:"))
        .containsExactly(
            Finding.mend(
                lacking("of-others"),
                "aws ses "
                    + verb
                    + "-receipt-rule --rule-set-name of-others --rule \"$(aws ses"
                    + " describe-receipt-rule --rule-set-name "
                    + OWN
                    + " --rule-name stepwise-inbound --query Rule --output json"
                    + renamed
                    + ")\""));
  }

  private static void receiveAt(String domain) {
    DEPLOYMENT.amend(
        "DescribeStacks",
        "\"InboundDomain\",\"ParameterValue\":\"reply.example.com",
        "\"InboundDomain\",\"ParameterValue\":\"" + domain);
  }

  private static String lacking(String set) {
    return "Rules: the active set "
        + set
        + " has no rule that stores mail for reply.example.com in our bucket and then calls"
        + " stepwise-InboundReplyFunction";
  }

  private static List<Finding> told(String what) {
    return DEPLOYMENT.look().stream().filter(each -> each.text().startsWith(what)).toList();
  }
}
