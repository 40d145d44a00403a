package dev.stepwise.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.doctor.Finding.Grade;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The doctor over the local system, by the SDK's own clients and the JDK's own resolver. */
class DoctorTest {
  @RegisterExtension static final Deployment DEPLOYMENT = new Deployment();

  @Test
  void of_a_good_account_nothing_is_to_be_mended() {
    assertThat(DEPLOYMENT.look())
        .hasSize(23)
        .allSatisfy(
            finding -> assertThat(finding.grade()).as(finding.text()).isEqualTo(Grade.GOOD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          GetAccount; "ProductionAccessEnabled":true; "ProductionAccessEnabled":false; SES: the account is in the sandbox
          GetAccount; "SendingEnabled":true; "SendingEnabled":false; SES: sending is paused
          GetAccount; HEALTHY; PROBATION; SES: the account's standing is PROBATION
          GetAccount; "MaxSendRate":100000; "MaxSendRate":1; SES: SendsPerSecond is 100000, and the account's rate 1
          GetEmailIdentity; "VerifiedForSendingStatus":true; "VerifiedForSendingStatus":false; Identity: example.com is not verified
          GetEmailIdentity; "Status":"SUCCESS","Tokens"; "Status":"PENDING","Tokens"; DKIM: SES says PENDING
          GetEmailIdentity; "MailFromDomainStatus":"SUCCESS"; "MailFromDomainStatus":"FAILED"; MAIL FROM:
          GetConfigurationSetEventDestinations; "Enabled":true; "Enabled":false; Events: SES does not tell
          GetConfigurationSetEventDestinations; "SEND",; ``; Events: SES does not tell
          GetConfigurationSetEventDestinations; stepwise-MailEventsTopic; other; Events: SES does not tell
          DescribeActiveReceiptRuleSet; "Metadata"; "Other"; Rules: no receipt rule set is active
          DescribeActiveReceiptRuleSet; stepwise-InboundBucket; other-mails; Rules: the active set stepwise-MailReceiving-RuleSet has no rule
          DescribeActiveReceiptRuleSet; "Enabled":"true"; "Enabled":"false"; Rules: the active set stepwise-MailReceiving-RuleSet has no rule
          DescribeActiveReceiptRuleSet; reply.example.com; other.example.com; Rules: the active set stepwise-MailReceiving-RuleSet has no rule
          GetAccountSettings; "UnreservedConcurrentExecutions":1000; "UnreservedConcurrentExecutions":10; Lambda: 10 functions may run at once, 100 are wanted
          ListSubscriptionsByTopic; "Protocol":"sqs"; "Protocol":"email"; Topics: the queue of mail events is not subscribed
          ListSubscriptionsByTopic; arn:aws:sns:us-east-1:000000000000:stepwise-Alarms-Topic:Subscription; PendingConfirmation; Topics: nobody has confirmed
          DescribeAlarms; "StateValue":"INSUFFICIENT_DATA"; "StateValue":"ALARM"; Alarms: DeadLetters is on
          DescribeAlarms; stepwise-Alarms-SweepSilent; another; Alarms: SweepSilent is gone
          DescribeAlarms; "ActionsEnabled":true; "ActionsEnabled":false; Alarms: DeadLetters tells nobody
          GetMetricStatistics; []; [{"Sum":3}]; Scheduler: 3 timers of the last week were put off
          ListStackResources; AWS::CloudWatch::Alarm; AWS::Logs::LogGroup; Alarms: the stack has none
          DescribeStacks; "TokenIssuerUrl","OutputValue":"http://127.0.0.1; "TokenIssuerUrl","OutputValue":"http://localhost; Tokens: http://localhost
          DescribeStacks; "TokenIssuerUrl"; "TokenIssuer"; Tokens: the stack has no output TokenIssuerUrl
          DescribeStacks; "ApiUrl"; "ApiUri"; API: the stack has no output ApiUrl
          ListStackResources; "MailEventsTopic"; "EventsTopic"; Topics: the stack has no resource MailEventsTopic
          """)
  void what_is_wrong_in_the_account_is_told_with_a_remedy(
      String operation, String from, String to, String told) {
    DEPLOYMENT.amend(operation, from, to);

    assertTold(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MX reply.example.com | | MX: mail for reply.example.com goes to []
          MX reply.example.com | mx.example.org | MX: mail for reply.example.com goes to [mx.example.org]
          MX reply.example.com | inbound-smtp.us-east-1.amazonaws.com mx.example.org | MX: some mail
          TXT _dmarc.example.com | | DMARC: _dmarc.example.com has no record
          TXT _dmarc.example.com | v=DMARC1;p=none v=DMARC1;p=reject | DMARC: _dmarc.example.com has several
          CNAME local2._domainkey.example.com | | DKIM: SES says SUCCESS; records that are missing: [local2]
          """)
  void what_is_wrong_in_the_dns_is_told_with_a_remedy(
      String record, @Nullable String values, String told) {
    DEPLOYMENT.dns().set(record, values == null ? new String[0] : values.split(" ", -1));

    assertTold(told);
  }

  @Test
  void what_only_watches_is_worth_a_note_and_no_more() {
    DEPLOYMENT.dns().set("TXT _dmarc.example.com", "v=DMARC1; p=none");
    DEPLOYMENT.amend("GetAccount", "\"SentLast24Hours\":0", "\"SentLast24Hours\":49000");
    DEPLOYMENT
        .account()
        .amend(
            "DescribeStacks",
            answer ->
                answer
                    .replace("alarms@example.com", "")
                    .replace(
                        "\"ReceiveMail\",\"ParameterValue\":\"yes",
                        "\"ReceiveMail\",\"ParameterValue\":\"no"));

    assertThat(DEPLOYMENT.look()).noneMatch(Finding::isToBeMended);
    assertThat(DEPLOYMENT.look()).filteredOn(each -> each.grade() == Grade.NOTE).hasSize(4);
  }

  @Test
  void a_domain_is_watched_over_by_the_one_above_it() {
    DEPLOYMENT.amend(
        "DescribeStacks",
        "\"SendingDomain\",\"ParameterValue\":\"",
        "\"SendingDomain\",\"ParameterValue\":\"sales.");

    assertThat(DEPLOYMENT.look())
        .extracting(Finding::text)
        .anyMatch(text -> text.startsWith("DMARC: _dmarc.example.com is"))
        .contains("Identity: SES does not know sales.example.com");
  }

  @Test
  void bounces_that_are_mailed_are_worth_a_note_with_the_command_that_ends_it() {
    DEPLOYMENT.amend(
        "GetEmailIdentity",
        "\"FeedbackForwardingStatus\":false",
        "\"FeedbackForwardingStatus\":true");

    assertThat(DEPLOYMENT.look())
        .contains(
            Finding.note(
                "Bounces: SES mails them to reps, too",
                "aws sesv2 put-email-identity-feedback-attributes --email-identity example.com"
                    + " --no-email-forwarding-enabled"));
  }

  @Test
  void keys_of_newer_regions_lie_in_a_zone_of_their_own() {
    String zone = "dkim.eu-central-2.amazonses.com";
    DEPLOYMENT.amend(
        "GetEmailIdentity", "\"Tokens\"", "\"SigningHostedZone\":\"" + zone + "\",\"Tokens\"");
    Finding missing =
        Finding.mend(
            "DKIM: SES says SUCCESS; records that are missing: [local1, local2, local3]",
            "publish TOKEN._domainkey.example.com CNAME TOKEN." + zone);
    assertThat(DEPLOYMENT.look()).contains(missing);

    for (String token : List.of("local1", "local2", "local3")) {
      DEPLOYMENT.dns().set("CNAME " + token + "._domainkey.example.com", token + "." + zone);
    }

    assertThat(DEPLOYMENT.look())
        .contains(Finding.good("DKIM: mails of example.com are signed"))
        .doesNotContain(missing);
  }

  @ParameterizedTest
  @CsvSource({
    "DescribeActiveReceiptRuleSet,Answers",
    "DescribeAlarms,Alarms",
    "GetAccountSettings,Lambda",
    "GetFunctionConfiguration,Functions"
  })
  void what_aws_does_not_tell_is_to_be_mended_and_the_rest_is_looked_at(
      String operation, String what) {
    DEPLOYMENT.account().deny(operation);

    assertTold(what + ": AWS does not tell: AccessDenied");
    assertThat(DEPLOYMENT.look())
        .extracting(Finding::text)
        .anyMatch(text -> text.startsWith("SES:"));
  }

  @Test
  void without_a_stack_there_is_one_thing_to_say() {
    assertThat(DEPLOYMENT.look("other"))
        .extracting(Finding::text)
        .containsExactly("Stack: other cannot be read: ValidationError");
    DEPLOYMENT.account().deny("DescribeStacks");
    assertThat(DEPLOYMENT.look())
        .extracting(Finding::text)
        .containsExactly("Stack: stepwise cannot be read: AccessDenied");
  }

  @Test
  void a_remedy_stands_below_what_it_mends() {
    assertThat(Finding.mend("A: is bad", "do this").lines().lines())
        .containsExactly("mend  A: is bad", "      -> do this");
    assertThat(Finding.good("A: is good").lines()).isEqualTo("good  A: is good");
  }

  private void assertTold(String told) {
    assertThat(DEPLOYMENT.look())
        .filteredOn(Finding::isToBeMended)
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.remedy()).isNotEmpty())
        .anySatisfy(finding -> assertThat(finding.text()).startsWith(told));
  }
}
