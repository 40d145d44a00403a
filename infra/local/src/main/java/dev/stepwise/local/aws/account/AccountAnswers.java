package dev.stepwise.local.aws.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stepwise.local.store.Json;
import java.nio.charset.StandardCharsets;

/** What is told of an account in which nothing is amiss, and which no quota holds up. */
final class AccountAnswers {
  private AccountAnswers() {}

  static JsonNode getAccount(int rate) {
    return json(
        """
        {"ProductionAccessEnabled": true, "SendingEnabled": true, "EnforcementStatus": "HEALTHY",
         "SendQuota": {"Max24HourSend": 50000, "MaxSendRate": %d, "SentLast24Hours": 0}}
        """
            .formatted(rate));
  }

  static JsonNode getEmailIdentity(String mailFrom, boolean forwardsBounces) {
    return json(
        """
        {"IdentityType": "DOMAIN", "VerifiedForSendingStatus": true, "VerificationStatus": "SUCCESS",
         "DkimAttributes": {"SigningEnabled": true, "Status": "SUCCESS",
                            "Tokens": ["local1", "local2", "local3"]},
         "FeedbackForwardingStatus": %b,
         "MailFromAttributes": {"MailFromDomain": "%s", "MailFromDomainStatus": "SUCCESS",
                                "BehaviorOnMxFailure": "USE_DEFAULT_VALUE"}}
        """
            .formatted(forwardsBounces, mailFrom));
  }

  static JsonNode getAccountSettings() {
    return json(
        """
        {"AccountLimit": {"ConcurrentExecutions": 1000, "UnreservedConcurrentExecutions": 1000}}
        """);
  }

  /** Those of Scheduler that matter to timers; the codes are our own, for AWS documents none. */
  static JsonNode listServiceQuotas(int rate) {
    return json(
        """
        {"Quotas": [
          {"QuotaName": "CreateSchedule request rate", "QuotaCode": "L-LOCAL001", "Value": %1$d},
          {"QuotaName": "Invocations throttle limit", "QuotaCode": "L-LOCAL002", "Value": %1$d},
          {"QuotaName": "Number of schedules", "QuotaCode": "L-LOCAL003", "Value": 10000000,
           "UsageMetric": {"MetricNamespace": "AWS/Usage", "MetricName": "ResourceCount",
                           "MetricStatisticRecommendation": "Maximum",
                           "MetricDimensions": {"Service": "Scheduler", "Class": "None",
                                                "Type": "Resource", "Resource": "Schedules"}}}]}
        """
            .formatted(rate));
  }

  /** Only the number of schedules is measured. */
  static JsonNode getMetricStatistics(JsonNode in, int schedules) {
    return json(
        in.path("MetricName").asText().equals("ResourceCount")
            ? "{\"Datapoints\": [{\"Maximum\": %d}]}".formatted(schedules)
            : "{\"Datapoints\": []}");
  }

  private static JsonNode json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
