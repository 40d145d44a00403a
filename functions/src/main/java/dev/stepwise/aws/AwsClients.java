package dev.stepwise.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The clients, each made when it is first needed. Region, credentials and endpoints are whatever
 * the SDK's own chains say. The HTTP client is Apache 5: the JDK's old one silently repeats a POST
 * when a kept-alive connection breaks, which would send a mail twice.
 */
final class AwsClients {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(6);

  /** A function must not spend its life on one call: three attempts, and no longer than this. */
  private static final Duration CALL = Duration.ofSeconds(8);

  private static final Duration ATTEMPT = Duration.ofSeconds(3);

  /** The same for a whole mail, of 40 MB at most: a slow one must get through in the end. */
  private static final Duration MAIL_CALL = Duration.ofSeconds(20);

  private static final Duration MAIL_ATTEMPT = Duration.ofSeconds(10);

  /**
   * A connection to SES is not used again after this: after a pause of the function it may be dead,
   * and a mail that is written into a dead connection has an unknown outcome.
   */
  private static final Duration SES_CONNECTION = Duration.ofSeconds(20);

  private final Lazy<SdkHttpClient> http =
      new Lazy<>(() ->
          Apache5HttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER).build());
  private final Lazy<DynamoDbClient> dynamoDb =
      new Lazy<>(() -> bounded(DynamoDbClient.builder()).httpClient(http()).build());
  private final Lazy<SqsClient> sqs =
      new Lazy<>(() -> bounded(SqsClient.builder()).httpClient(http()).build());
  private final Lazy<SchedulerClient> scheduler =
      new Lazy<>(() -> bounded(SchedulerClient.builder()).httpClient(http()).build());
  private final Lazy<S3Client> s3 =
      new Lazy<>(() -> forMails(S3Client.builder()).httpClient(http()).build());
  private final Lazy<S3Presigner> presigner = new Lazy<>(S3Presigner::create);
  private final Lazy<SsmClient> ssm =
      new Lazy<>(() -> bounded(SsmClient.builder()).httpClient(http()).build());
  private final Lazy<SesV2Client> ses = new Lazy<>(AwsClients::buildSes);

  DynamoDbClient dynamoDb() {
    return dynamoDb.get();
  }

  SqsClient sqs() {
    return sqs.get();
  }

  SchedulerClient scheduler() {
    return scheduler.get();
  }

  SsmClient ssm() {
    return ssm.get();
  }

  SesV2Client ses() {
    return ses.get();
  }

  S3Client s3() {
    return s3.get();
  }

  S3Presigner presigner() {
    return presigner.get();
  }

  private SdkHttpClient http() {
    return http.get();
  }

  private static <B extends AwsClientBuilder<B, ?>> B bounded(B builder) {
    return builder.overrideConfiguration(c ->
        c.retryStrategy(RetryMode.STANDARD).apiCallTimeout(CALL).apiCallAttemptTimeout(ATTEMPT));
  }

  private static <B extends AwsClientBuilder<B, ?>> B forMails(B builder) {
    return builder.overrideConfiguration(c ->
        c.retryStrategy(RetryMode.STANDARD)
            .apiCallTimeout(MAIL_CALL)
            .apiCallAttemptTimeout(MAIL_ATTEMPT));
  }

  private static SesV2Client buildSes() {
    return SesV2Client.builder()
        .httpClientBuilder(
            Apache5HttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(SesMailer.TIME_OUT)
                .connectionTimeToLive(SES_CONNECTION))
        .overrideConfiguration(c ->
            c.retryStrategy(DefaultRetryStrategy.doNotRetry())
                .addExecutionInterceptor(new Transmission())
                .apiCallTimeout(SesMailer.TIME_OUT))
        .build();
  }
}
