package dev.stepwise.doctor;

import java.util.HashMap;
import java.util.Map;

/** What AWS answers about a stack of which nothing is to be mended. */
final class GoodAccount {
  static final String EVENTS = "arn:aws:sns:us-east-1:123456789012:stepwise-MailEvents";
  static final String ALARMS = "arn:aws:sns:us-east-1:123456789012:stepwise-Alarms";

  private GoodAccount() {}

  static Map<String, String> answers(String url) {
    Map<String, String> answers = new HashMap<>();
    answers.put("DescribeStacks stepwise", stack(url + "/issuer"));
    answers.put(
        "ListStackResources stepwise",
        resources(
            resource("AWS::SNS::Topic", "MailEventsTopic", EVENTS)
                + resource("AWS::SES::ConfigurationSet", "ConfigurationSet", "stepwise-mail")
                + resource("AWS::S3::Bucket", "InboundBucket", "stepwise-mails")
                + resource("AWS::CloudFormation::Stack", "Alarms", "stack-alarms")
                + resource("AWS::CloudFormation::Stack", "MailReceiving", "stack-mail")));
    answers.put(
        "ListStackResources stack-alarms",
        resources(
            resource("AWS::SNS::Topic", "Topic", ALARMS)
                + resource("AWS::CloudWatch::Alarm", "DeadLetters", "stepwise-DeadLetters-1")
                + resource("AWS::CloudWatch::Alarm", "SweepSilent", "stepwise-SweepSilent-1")));
    answers.put(
        "ListStackResources stack-mail",
        resources(resource("AWS::SES::ReceiptRuleSet", "RuleSet", "stepwise-rules")));
    answers.put("ListSubscriptionsByTopic " + EVENTS, subscription("sqs", EVENTS + ":1"));
    answers.put("ListSubscriptionsByTopic " + ALARMS, subscription("email", ALARMS + ":2"));
    answers.put("DescribeActiveReceiptRuleSet", rules());
    answers.put("DescribeAlarms", alarms());
    answers.put("GetMetricStatistics", "{\"Datapoints\":[]}");
    answers.put(
        "GET /2016-08-19/account-settings",
        """
        {"AccountLimit":{"ConcurrentExecutions":1000,"UnreservedConcurrentExecutions":1000},
         "AccountUsage":{"FunctionCount":16}}\
        """);
    answers.putAll(ses());
    answers.putAll(issuer(url));
    return answers;
  }

  private static Map<String, String> ses() {
    return Map.of(
        "GET /v2/email/account",
        """
        {"ProductionAccessEnabled":true,"SendingEnabled":true,"EnforcementStatus":"HEALTHY",
         "SendQuota":{"Max24HourSend":50000.0,"MaxSendRate":14.0,"SentLast24Hours":120.0}}\
        """,
        "GET /v2/email/identities/example.com",
        """
        {"IdentityType":"DOMAIN","VerifiedForSendingStatus":true,"VerificationStatus":"SUCCESS",
         "DkimAttributes":{"SigningEnabled":true,"Status":"SUCCESS","Tokens":["aaa","bbb"]},
         "MailFromAttributes":{"MailFromDomain":"mail.example.com","MailFromDomainStatus":"SUCCESS",
                               "BehaviorOnMxFailure":"USE_DEFAULT_VALUE"}}\
        """,
        "GET /v2/email/configuration-sets/stepwise-mail/event-destinations",
        """
        {"EventDestinations":[{"Name":"mail-events","Enabled":true,
          "MatchingEventTypes":["SEND","DELIVERY","BOUNCE","COMPLAINT"],
          "SnsDestination":{"TopicArn":"%s"}}]}\
        """
            .formatted(EVENTS));
  }

  private static Map<String, String> issuer(String url) {
    return Map.of(
        "GET /issuer/.well-known/openid-configuration",
        "{\"issuer\":\"%s/issuer\",\"jwks_uri\":\"%s/keys\"}".formatted(url, url),
        "GET /keys",
        "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"1\"}]}");
  }

  private static String stack(String issuer) {
    return """
    <DescribeStacksResponse><DescribeStacksResult><Stacks><member>
      <StackName>stepwise</StackName><StackStatus>UPDATE_COMPLETE</StackStatus>
      <CreationTime>2026-11-23T09:00:00Z</CreationTime>
      <Parameters>%s%s%s%s%s%s</Parameters>
      <Outputs><member><OutputKey>TokenIssuerUrl</OutputKey><OutputValue>%s</OutputValue></member></Outputs>
    </member></Stacks></DescribeStacksResult></DescribeStacksResponse>\
    """
        .formatted(
            parameter("SendingDomain", "example.com"),
            parameter("InboundDomain", "reply.example.com"),
            parameter("ReceiveMail", "yes"),
            parameter("AlarmEmail", "ops@example.com"),
            parameter("StepFireConcurrency", "10"),
            parameter("SendsPerSecond", "14"),
            issuer);
  }

  private static String parameter(String name, String value) {
    return "<member><ParameterKey>%s</ParameterKey><ParameterValue>%s</ParameterValue></member>"
        .formatted(name, value);
  }

  private static String resources(String members) {
    return ("<ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries>%s"
            + "</StackResourceSummaries></ListStackResourcesResult></ListStackResourcesResponse>")
        .formatted(members);
  }

  private static String resource(String type, String logical, String physical) {
    return """
    <member><ResourceType>%s</ResourceType><LogicalResourceId>%s</LogicalResourceId>
      <PhysicalResourceId>%s</PhysicalResourceId><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>\
    """
        .formatted(type, logical, physical);
  }

  private static String subscription(String protocol, String arn) {
    return """
    <ListSubscriptionsByTopicResponse><ListSubscriptionsByTopicResult><Subscriptions><member>
      <Protocol>%s</Protocol><SubscriptionArn>%s</SubscriptionArn>
    </member></Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>\
    """
        .formatted(protocol, arn);
  }

  private static String rules() {
    return """
    <DescribeActiveReceiptRuleSetResponse><DescribeActiveReceiptRuleSetResult>
      <Metadata><Name>stepwise-rules</Name></Metadata>
      <Rules><member><Name>stepwise-inbound</Name><Enabled>true</Enabled>
        <Recipients><member>reply.example.com</member></Recipients>
        <Actions><member><S3Action><BucketName>stepwise-mails</BucketName></S3Action></member></Actions>
      </member></Rules>
    </DescribeActiveReceiptRuleSetResult></DescribeActiveReceiptRuleSetResponse>\
    """;
  }

  private static String alarms() {
    return """
    {"MetricAlarms":[
      {"AlarmName":"stepwise-DeadLetters-1","StateValue":"OK","ActionsEnabled":true,
       "AlarmDescription":"Messages that no attempt could work."},
      {"AlarmName":"stepwise-SweepSilent-1","StateValue":"INSUFFICIENT_DATA","ActionsEnabled":true,
       "AlarmDescription":"No sweep."}]}\
    """;
  }
}
