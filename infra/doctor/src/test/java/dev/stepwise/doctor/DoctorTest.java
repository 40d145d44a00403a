package dev.stepwise.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.doctor.Finding.Grade;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The doctor over an account on loopback, by the SDK's own clients and the JDK's own resolver. */
class DoctorTest {
  private static final String INBOUND = "inbound-smtp.us-east-1.amazonaws.com";

  private final LoopbackAccount account = new LoopbackAccount();
  private final LoopbackDns dns = new LoopbackDns();

  DoctorTest() throws IOException {}

  @BeforeEach
  void begin() {
    System.setProperty("aws.endpointUrl", account.url());
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
    dns.set("MX reply.example.com", INBOUND);
    dns.set("TXT _dmarc.example.com", "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com");
    dns.set("CNAME aaa._domainkey.example.com", "aaa.dkim.amazonses.com");
    dns.set("CNAME bbb._domainkey.example.com", "bbb.dkim.amazonses.com");
  }

  @AfterEach
  void end() {
    account.close();
    dns.close();
  }

  @Test
  void of_a_good_account_nothing_is_to_be_mended() {
    assertThat(look())
        .hasSize(16)
        .allSatisfy(
            finding -> assertThat(finding.grade()).as(finding.text()).isEqualTo(Grade.GOOD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          GET /v2/email/account; "ProductionAccessEnabled":true; "ProductionAccessEnabled":false; SES: the account is in the sandbox
          GET /v2/email/account; "SendingEnabled":true; "SendingEnabled":false; SES: sending is paused
          GET /v2/email/account; HEALTHY; PROBATION; SES: the account's standing is PROBATION
          GET /v2/email/account; "MaxSendRate":14.0; "MaxSendRate":1.0; SES: SendsPerSecond is 14, and the account's rate 1
          GET /v2/email/identities/example.com; "VerifiedForSendingStatus":true; "VerifiedForSendingStatus":false; Identity: example.com is not verified
          GET /v2/email/identities/example.com; "Status":"SUCCESS","Tokens"; "Status":"PENDING","Tokens"; DKIM: SES says PENDING
          GET /v2/email/identities/example.com; "MailFromDomainStatus":"SUCCESS"; "MailFromDomainStatus":"FAILED"; MAIL FROM: mail.example.com is FAILED
          GET /v2/email/configuration-sets/stepwise-mail/event-destinations; "Enabled":true; "Enabled":false; Events: SES does not tell
          GET /v2/email/configuration-sets/stepwise-mail/event-destinations; "SEND",; ``; Events: SES does not tell
          DescribeActiveReceiptRuleSet; <Metadata><Name>stepwise-rules</Name></Metadata>; ``; Rules: no receipt rule set is active
          DescribeActiveReceiptRuleSet; stepwise-mails; other-mails; Rules: the active set stepwise-rules has no rule
          DescribeActiveReceiptRuleSet; <Enabled>true; <Enabled>false; Rules: the active set stepwise-rules has no rule
          DescribeActiveReceiptRuleSet; reply.example.com; other.example.com; Rules: the active set stepwise-rules has no rule
          GET /2016-08-19/account-settings; "UnreservedConcurrentExecutions":1000; "UnreservedConcurrentExecutions":10; Lambda: 10 functions may run at once, 100 are wanted
          ListSubscriptionsByTopic arn:aws:sns:us-east-1:123456789012:stepwise-MailEvents; <Protocol>sqs; <Protocol>email; Topics: the queue of mail events is not subscribed
          ListSubscriptionsByTopic arn:aws:sns:us-east-1:123456789012:stepwise-Alarms; arn:aws:sns:us-east-1:123456789012:stepwise-Alarms:2; PendingConfirmation; Topics: nobody has confirmed
          DescribeAlarms; "StateValue":"OK"; "StateValue":"ALARM"; Alarms: DeadLetters is on
          DescribeAlarms; stepwise-SweepSilent-1; another; Alarms: SweepSilent is gone
          DescribeAlarms; "ActionsEnabled":true; "ActionsEnabled":false; Alarms: DeadLetters tells nobody
          GetMetricStatistics; []; [{"Sum":3}]; Scheduler: 3 timers of the last week were put off
          ListStackResources stack-alarms; AWS::CloudWatch::Alarm; AWS::Logs::LogGroup; Alarms: the stack has none
          GET /issuer/.well-known/openid-configuration; /issuer"; /other"; Tokens:
          GET /keys; {"kty":"RSA","kid":"1"}; ``; Tokens:
          """)
  void what_is_wrong_in_the_account_is_told_with_a_remedy(
      String call, String from, String to, String told) {
    account.change(call, from, to);

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
          CNAME bbb._domainkey.example.com | | DKIM: SES says SUCCESS; records that are missing: [bbb]
          """)
  void what_is_wrong_in_the_dns_is_told_with_a_remedy(
      String record, @Nullable String values, String told) {
    dns.set(record, values == null ? new String[0] : values.split(" ", -1));

    assertTold(told);
  }

  @Test
  void what_only_watches_is_worth_a_note_and_no_more() {
    dns.set("TXT _dmarc.example.com", "v=DMARC1; p=none");
    account.change("GET /v2/email/account", "120.0", "49000.0");
    account.change("DescribeStacks stepwise", "ops@example.com", "");

    assertThat(look()).noneMatch(Finding::isToBeMended);
    assertThat(look()).filteredOn(each -> each.grade() == Grade.NOTE).hasSize(3);
  }

  @Test
  void a_domain_is_watched_over_by_the_one_above_it() {
    account.change("DescribeStacks stepwise", ">example.com<", ">sales.example.com<");

    assertThat(look())
        .extracting(Finding::text)
        .anyMatch(text -> text.startsWith("DMARC: _dmarc.example.com is"))
        .contains("Identity: SES does not know sales.example.com");
  }

  @Test
  void what_aws_does_not_tell_is_to_be_mended_and_the_rest_is_looked_at() {
    account.refuse("DescribeActiveReceiptRuleSet");

    assertTold("Answers: AWS does not tell: AccessDenied");
    assertThat(look()).extracting(Finding::text).anyMatch(text -> text.startsWith("Lambda:"));
  }

  @Test
  void without_a_stack_there_is_one_thing_to_say() {
    account.refuse("DescribeStacks stepwise");

    assertThat(look()).hasSize(1);
    assertTold("Stack: stepwise cannot be read: AccessDenied");
  }

  @Test
  void a_remedy_stands_below_what_it_mends() {
    assertThat(Finding.mend("A: is bad", "do this").lines().lines())
        .containsExactly("mend  A: is bad", "      -> do this");
    assertThat(Finding.good("A: is good").lines()).isEqualTo("good  A: is good");
  }

  private void assertTold(String told) {
    assertThat(look())
        .filteredOn(Finding::isToBeMended)
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.remedy()).isNotEmpty())
        .anySatisfy(finding -> assertThat(finding.text()).startsWith(told));
  }

  private List<Finding> look() {
    return new Doctor("stepwise", new Dns(dns.url()), Instant.parse("2026-11-23T09:00:00Z")).look();
  }
}
