package dev.stepwise.local.template;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersRequest;
import software.amazon.awssdk.services.ssm.model.PutParameterRequest;

/**
 * Which actions IAM asks about for a call, and on what (docs.aws.amazon.com, "Service Authorization
 * Reference").
 */
final class Actions {
  private static final Pattern FROM =
      Pattern.compile("(?im)^From:(?:(?:[^<\\r\\n]|\\r?\\n[ \\t])*<([^<>]+)>|\\s*(\\S+@\\S+)$)");

  private Actions() {}

  /** An action and the resource it is done to. */
  record Need(String action, String resource) {}

  /** A call that we do not know is a need that nobody has leave for. */
  static Stream<Need> of(SdkRequest request) {
    return switch (request) {
      case GetItemRequest get -> Stream.of(table("GetItem", get.tableName()));
      case BatchGetItemRequest get ->
          get.requestItems().keySet().stream().map(name -> table("BatchGetItem", name));
      case QueryRequest query -> Stream.of(query(query));
      case PutItemRequest put -> Stream.of(table("PutItem", put.tableName()));
      case UpdateItemRequest update -> Stream.of(table("UpdateItem", update.tableName()));
      case DeleteItemRequest delete -> Stream.of(table("DeleteItem", delete.tableName()));
      case TransactWriteItemsRequest all -> all.transactItems().stream().map(Actions::written);
      case SendMessageRequest send -> Stream.of(queue("SendMessage", send.queueUrl()));
      case SendMessageBatchRequest send -> Stream.of(queue("SendMessage", send.queueUrl()));
      case ReceiveMessageRequest receive -> Stream.of(queue("ReceiveMessage", receive.queueUrl()));
      case DeleteMessageRequest delete -> Stream.of(queue("DeleteMessage", delete.queueUrl()));
      case DeleteMessageBatchRequest all -> Stream.of(queue("DeleteMessage", all.queueUrl()));
      case ChangeMessageVisibilityRequest change ->
          Stream.of(queue("ChangeMessageVisibility", change.queueUrl()));
      case ChangeMessageVisibilityBatchRequest change ->
          Stream.of(queue("ChangeMessageVisibility", change.queueUrl()));
      case CreateScheduleRequest create -> schedule(create);
      case SendEmailRequest send -> mail(send);
      case GetParameterRequest get -> Stream.of(parameter("GetParameter", get.name()));
      case GetParametersRequest get ->
          get.names().stream().map(name -> parameter("GetParameters", name));
      case PutParameterRequest put -> Stream.of(parameter("PutParameter", put.name()));
      default -> ofStore(request);
    };
  }

  private static Stream<Need> ofStore(SdkRequest request) {
    return Stream.of(
        switch (request) {
          case GetObjectRequest get -> object("GetObject", get.bucket(), get.key());
          case HeadObjectRequest head -> object("GetObject", head.bucket(), head.key());
          case PutObjectRequest put -> object("PutObject", put.bucket(), put.key());
          case DeleteObjectRequest delete -> object("DeleteObject", delete.bucket(), delete.key());
          case ListObjectsV2Request list ->
              new Need("s3:ListBucket", "arn:aws:s3:::" + list.bucket());
          default -> new Need(request.getClass().getSimpleName(), "unknown");
        });
  }

  private static Need query(QueryRequest query) {
    return query.indexName() == null
        ? table("Query", query.tableName())
        : table("Query", query.tableName() + "/index/" + query.indexName());
  }

  private static Need written(TransactWriteItem item) {
    if (item.put() != null) {
      return table("PutItem", item.put().tableName());
    }
    if (item.update() != null) {
      return table("UpdateItem", item.update().tableName());
    }
    return item.delete() != null
        ? table("DeleteItem", item.delete().tableName())
        : table("ConditionCheckItem", Objects.requireNonNull(item.conditionCheck()).tableName());
  }

  private static Stream<Need> schedule(CreateScheduleRequest create) {
    return Stream.of(
        new Need(
            "scheduler:CreateSchedule",
            arn("scheduler", "schedule/" + create.groupName() + "/" + create.name())),
        new Need("iam:PassRole", create.target().roleArn()));
  }

  /** SES takes a whole message of SendEmail for SendRawEmail. */
  private static Stream<Need> mail(SendEmailRequest send) {
    var raw = send.content().raw();
    var action = raw == null ? "ses:SendEmail" : "ses:SendRawEmail";
    var from = raw == null ? "From: " + send.fromEmailAddress() : raw.data().asUtf8String();
    return Stream.of("identity/" + author(from), "configuration-set/" + send.configurationSetName())
        .map(resource -> new Need(action, arn("ses", resource)));
  }

  private static String author(String mail) {
    var from = FROM.matcher(mail);
    if (!from.find()) {
      return "nobody";
    }
    return Objects.requireNonNullElseGet(from.group(1), () -> String.valueOf(from.group(2)));
  }

  private static Need parameter(String operation, String name) {
    return new Need("ssm:" + operation, arn("ssm", "parameter" + name));
  }

  private static Need table(String operation, String name) {
    return new Need("dynamodb:" + operation, arn("dynamodb", "table/" + name));
  }

  private static Need queue(String operation, String url) {
    return new Need("sqs:" + operation, arn("sqs", url.substring(url.lastIndexOf('/') + 1)));
  }

  private static Need object(String operation, String bucket, String key) {
    return new Need("s3:" + operation, "arn:aws:s3:::" + bucket + "/" + key);
  }

  private static String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s"
        .formatted(service, Surroundings.REGION, Surroundings.ACCOUNT, resource);
  }
}
