package dev.stepwise.local.template;

import java.util.List;
import java.util.Optional;

/**
 * A resource with the name it has locally, and what {@code !Ref} and {@code !GetAtt} give for it.
 */
record NamedResource(String logicalId, String type, String name, Surroundings surroundings) {
  static final List<String> NAME_FIELDS =
      List.of(
          "Name",
          "TableName",
          "QueueName",
          "TopicName",
          "BucketName",
          "FunctionName",
          "RoleName",
          "EmailIdentity");

  String ref() {
    return switch (type) {
      case "AWS::SQS::Queue" -> surroundings.sqsUrl() + "/" + Surroundings.ACCOUNT + "/" + name;
      case "AWS::SNS::Topic" -> arn("sns", name);
      case "AWS::CloudFormation::Stack" -> arn("cloudformation", "stack/" + name + "/local");
      case "AWS::Serverless::HttpApi" -> "local";
      default -> name;
    };
  }

  Optional<String> attribute(String attribute) {
    return switch (attribute) {
      case "Arn" -> arn();
      case "ApiEndpoint" ->
          type.equals("AWS::Serverless::HttpApi")
              ? Optional.of(surroundings.apiUrl())
              : Optional.empty();
      case "QueueName" -> type.equals("AWS::SQS::Queue") ? Optional.of(name) : Optional.empty();
      case String dkim when type.equals("AWS::SES::EmailIdentity") -> dkim(dkim);
      default -> Optional.empty();
    };
  }

  /** The DNS records of the tokens that the local SES has: local1, local2, local3. */
  private Optional<String> dkim(String attribute) {
    var token = "local" + attribute.charAt(attribute.length() - 1);
    return Optional.ofNullable(
        switch (attribute.substring(0, attribute.length() - 1)) {
          case "DkimDNSTokenName" -> token + "._domainkey." + name;
          case "DkimDNSTokenValue" -> token + ".dkim.amazonses.com";
          default -> null;
        });
  }

  private Optional<String> arn() {
    return Optional.ofNullable(
        switch (type) {
          case "AWS::DynamoDB::Table" -> arn("dynamodb", "table/" + name);
          case "AWS::SQS::Queue" -> arn("sqs", name);
          case "AWS::Scheduler::ScheduleGroup" -> arn("scheduler", "schedule-group/" + name);
          case "AWS::Serverless::Function" -> arn("lambda", "function:" + name);
          case "AWS::Logs::LogGroup" -> arn("logs", "log-group:" + name);
          case "AWS::IAM::Role" -> "arn:aws:iam::" + Surroundings.ACCOUNT + ":role/" + name;
          case "AWS::S3::Bucket" -> "arn:aws:s3:::" + name;
          default -> null;
        });
  }

  private static String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s"
        .formatted(service, Surroundings.REGION, Surroundings.ACCOUNT, resource);
  }
}
