package dev.stepwise.local.elsewhere;

import dev.stepwise.aws.Aws;
import dev.stepwise.contract.Fixtures;
import dev.stepwise.local.contract.LocalStore;
import dev.stepwise.local.contract.StoreTable;
import dev.stepwise.local.template.Surroundings;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * An AWS-compatible endpoint: the SDK is led there by its own settings, as deployed functions would
 * be. Services that it lacks are those of the local system.
 */
final class Elsewhere implements AutoCloseable {
  static final String BUCKET = "mails";
  static final String GROUP = "steps";
  static final String RUN = UUID.randomUUID().toString().substring(0, 8);

  private static final Set<String> THERE =
      Set.of("ResourceInUseException", "AlreadyExistsException", "ConflictException");

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "dynamodb", "aws.endpointUrlDynamoDb",
          "sesv2", "aws.endpointUrlSesV2",
          "scheduler", "aws.endpointUrlScheduler",
          "sqs", "aws.endpointUrlSqs",
          "ssm", "aws.endpointUrlSsm",
          "s3", "aws.endpointUrlS3");

  static final Set<String> SERVICES = PROPERTIES.keySet();

  final DynamoDbClient dynamodb;
  final SqsClient sqs;
  final S3Client s3;
  final SchedulerClient scheduler;
  final SesV2Client ses;
  final SsmClient ssm;
  private final boolean hasSes;
  private int stores;

  /** Leads the SDK there for these services; a bucket, a group and an identity are made. */
  Elsewhere(URI endpoint, Set<String> lacking) {
    LocalStore.pointToLocalServices();
    PROPERTIES.forEach((service, property) -> {
      if (lacking.contains(service)) {
        System.out.println("Elsewhere has no " + service + ": the local system's is used");
      } else {
        System.setProperty(property, endpoint.toString());
      }
    });
    dynamodb = DynamoDbClient.create();
    sqs = SqsClient.create();
    s3 = S3Client.builder().forcePathStyle(true).build();
    scheduler = SchedulerClient.create();
    ses = SesV2Client.create();
    ssm = SsmClient.create();
    s3.createBucket(bucket -> bucket.bucket(BUCKET + RUN));
    scheduler.createScheduleGroup(group -> group.name(GROUP + RUN));
    this.hasSes = !lacking.contains("sesv2");
    if (hasSes) {
      ifNew(() -> ses.createEmailIdentity(identity -> identity.emailIdentity("example.com")));
    }
  }

  /** Makes what a run before this one may have made. */
  private static void ifNew(Runnable creation) {
    try {
      creation.run();
    } catch (AwsServiceException e) {
      if (!THERE.contains(e.awsErrorDetails().errorCode())) {
        throw e;
      }
    }
  }

  /** Adapters over a new table and new queues there. */
  synchronized LocalStore empty() {
    String name = "store-" + RUN + "-" + ++stores;
    create(StoreTable.named(name));
    return new LocalStore(
        name, new Aws(environment(name), new SecureRandom(), () -> Fixtures.NOON));
  }

  void create(CreateTableRequest table) {
    ifNew(() -> dynamodb.createTable(table));
    dynamodb.waiter().waitUntilTableExists(wait -> wait.tableName(table.tableName()));
  }

  void createGroup(String name) {
    ifNew(() -> scheduler.createScheduleGroup(group -> group.name(name)));
  }

  String queue(String name) {
    return sqs.createQueue(queue -> queue.queueName(name)).queueUrl();
  }

  /** Every message that can be seen now, taken. */
  List<String> taken(String queue) {
    List<String> bodies = new ArrayList<>();
    for (var some = some(queue); !some.isEmpty(); some = some(queue)) {
      some.forEach(message -> bodies.add(message.body()));
    }
    return bodies;
  }

  void ensureConfigurationSet(String name) {
    if (hasSes) {
      ifNew(() -> ses.createConfigurationSet(set -> set.configurationSetName(name)));
    }
  }

  /** The folder of booking tools' secrets. */
  String secrets() {
    return "/stepwise/" + RUN + "/hooks";
  }

  String bucket() {
    return BUCKET + RUN;
  }

  String group() {
    return GROUP + RUN;
  }

  @Override
  public void close() {
    List.of(dynamodb, sqs, s3, scheduler, ses, ssm).forEach(client -> client.close());
  }

  private List<Message> some(String queue) {
    return sqs.receiveMessage(
            take -> take.queueUrl(queue(queue)).maxNumberOfMessages(10).waitTimeSeconds(1))
        .messages();
  }

  private Map<String, String> environment(String name) {
    Map<String, String> environment = new HashMap<>();
    environment.put("TABLE_NAME", name);
    environment.put("STEP_DUE_QUEUE_URL", queue(name));
    environment.put("STEP_DUE_QUEUE_ARN", arn(name));
    environment.put("DEAD_LETTER_QUEUE_URL", queue(name + "-dead"));
    environment.put("DEAD_LETTER_QUEUE_ARN", arn(name + "-dead"));
    environment.put("MAIL_EVENTS_QUEUE_URL", queue(name + "-events"));
    environment.put("INBOUND_QUEUE_URL", queue(name + "-mails"));
    environment.put("SCHEDULE_GROUP", group());
    environment.put("SCHEDULE_ROLE_ARN", "arn:aws:iam::000000000000:role/schedules");
    environment.put("CONFIGURATION_SET", "mail");
    environment.put("INBOUND_BUCKET", bucket());
    environment.put("HOOK_SECRETS", secrets());
    environment.put("SIGNING_KEYS", "/stepwise/" + name + "/keys");
    return environment;
  }

  private static String arn(String queue) {
    return "arn:aws:sqs:%s:000000000000:%s".formatted(Surroundings.REGION, queue);
  }
}
