package dev.stepwise.local.aws;

import dev.stepwise.local.time.Agenda;
import dev.stepwise.local.time.VirtualClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The local AWS with a queue, a dead-letter queue, a table, a bucket and the real clients. */
final class AwsUnderTest implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
  static final Duration VISIBILITY = Duration.ofMinutes(3);

  static {
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
  }

  // Time moves only where a test moves it.
  final VirtualClock clock = new VirtualClock(START, 1e-9);
  final Agenda agenda = new Agenda(clock);
  final AtomicInteger crashes = new AtomicInteger();
  final LocalAws aws;

  private AwsUnderTest(Optional<Path> data) {
    aws = new LocalAws(clock, agenda, data, new Faults(crashes::incrementAndGet));
    aws.sqs().declare(QueueSpec.of("dead", VISIBILITY));
    aws.sqs().declare(new QueueSpec("work", VISIBILITY, Optional.of("dead"), 2));
    aws.scheduler().declareGroup("steps");
    aws.s3().declare("mails");
    aws.dynamodb().create(table());
  }

  static AwsUnderTest inMemory() {
    return new AwsUnderTest(Optional.empty());
  }

  static AwsUnderTest in(Path directory) {
    return new AwsUnderTest(Optional.of(directory));
  }

  DynamoDbClient dynamodb() {
    return at("dynamodb", DynamoDbClient.builder()).build();
  }

  SchedulerClient scheduler() {
    return at("scheduler", SchedulerClient.builder()).build();
  }

  SesV2Client ses() {
    return at("sesv2", SesV2Client.builder()).build();
  }

  SqsClient sqs() {
    return at("sqs", SqsClient.builder()).build();
  }

  SsmClient ssm() {
    return at("ssm", SsmClient.builder()).build();
  }

  S3Client s3() {
    return at("s3", S3Client.builder()).forcePathStyle(true).build();
  }

  /** Everything that can be received from a queue now. */
  List<Message> drain(String queue) {
    return aws.sqs().receive(queue, 100, clock.now());
  }

  @Override
  public void close() {
    aws.close();
  }

  /** One attempt a call, so that a fault is seen. */
  private <B extends AwsClientBuilder<B, ?>> B at(String service, B builder) {
    URI endpoint = Objects.requireNonNull(aws.endpoints().get(service), service);
    return builder
        .endpointOverride(endpoint)
        .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)));
  }

  private static CreateTableRequest table() {
    return CreateTableRequest.builder()
        .tableName("table")
        .billingMode("PAY_PER_REQUEST")
        .attributeDefinitions(
            a -> a.attributeName("pk").attributeType(ScalarAttributeType.S),
            a -> a.attributeName("sk").attributeType(ScalarAttributeType.S))
        .keySchema(
            k -> k.attributeName("pk").keyType("HASH"), k -> k.attributeName("sk").keyType("RANGE"))
        .build();
  }
}
