package dev.stepwise.local.contract;

import dev.stepwise.aws.Aws;
import dev.stepwise.booking.Deliveries;
import dev.stepwise.contact.Suppressions;
import dev.stepwise.contract.Fixtures;
import dev.stepwise.contract.Ports;
import dev.stepwise.deadletter.DeadLetters;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Dossiers;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.idempotency.IdempotencyKeys;
import dev.stepwise.local.aws.LocalAws;
import dev.stepwise.local.aws.QueueSpec;
import dev.stepwise.local.time.Agenda;
import dev.stepwise.local.time.VirtualClock;
import dev.stepwise.mail.Mailer;
import dev.stepwise.mail.SigningKeys;
import dev.stepwise.matching.Inbox;
import dev.stepwise.pacing.Ledgers;
import dev.stepwise.pause.Counts;
import dev.stepwise.pause.Pauses;
import dev.stepwise.sender.Senders;
import dev.stepwise.sending.SendingHolds;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.task.Tasks;
import dev.stepwise.timer.Timers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The AWS adapters over an empty table of a local AWS that all tests share. They are made just as
 * the functions make them: by an environment and the SDK's own settings.
 */
public record LocalStore(String table, Aws aws) implements Ports {
  static final LocalAws LOCAL = started();
  static final String BUCKET = "mails";
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Adapters over a new table and a new queue. */
  static LocalStore empty() {
    String name = "store" + COUNT.incrementAndGet();
    LOCAL.dynamodb().create(StoreTable.named(name));
    for (String queue : List.of(name, dead(name), events(name), mails(name))) {
      LOCAL.sqs().declare(QueueSpec.of(queue, Duration.ofMinutes(3)));
    }
    return new LocalStore(
        name, new Aws(environment(name), new SecureRandom(), () -> Fixtures.NOON));
  }

  /** What the template gives a function; it has no mails to fetch. */
  Map<String, String> environmentWithoutMails() {
    Map<String, String> environment = new HashMap<>(environment(table));
    environment.put("INBOUND_BUCKET", "nowhere");
    environment.put("PUBLIC_URL", "https://api.example.com");
    return environment;
  }

  static String dead(String store) {
    return store + "-dead";
  }

  static String events(String store) {
    return store + "-events";
  }

  static String mails(String store) {
    return store + "-mails";
  }

  private static Map<String, String> environment(String name) {
    Map<String, String> environment = new HashMap<>(mostOf(name));
    environment.put("DEAD_LETTER_QUEUE_URL", LOCAL.sqs().url(dead(name)));
    environment.put("MAIL_EVENTS_QUEUE_URL", LOCAL.sqs().url(events(name)));
    environment.put("INBOUND_QUEUE_URL", LOCAL.sqs().url(mails(name)));
    environment.put("LOG_ADDRESSES", "no");
    environment.put("SIGNING_KEYS", "/stepwise/" + name + "/keys");
    return environment;
  }

  private static Map<String, String> mostOf(String name) {
    return Map.of(
        "TABLE_NAME",
        name,
        "STACK_NAME",
        "stepwise",
        "STEP_DUE_QUEUE_URL",
        LOCAL.sqs().url(name),
        "STEP_DUE_QUEUE_ARN",
        LOCAL.sqs().arn(name),
        "DEAD_LETTER_QUEUE_ARN",
        LOCAL.sqs().arn("dead-letters"),
        "SCHEDULE_GROUP",
        "steps",
        "SCHEDULE_ROLE_ARN",
        "arn:aws:iam::000000000000:role/schedules",
        "CONFIGURATION_SET",
        "mail",
        "INBOUND_BUCKET",
        BUCKET);
  }

  /** Leads the SDK to the local services; other endpoints may be named after that. */
  public static void pointToLocalServices() {
    Objects.requireNonNull(LOCAL);
  }

  private static LocalAws started() {
    // Time moves only where a test moves it.
    VirtualClock clock = new VirtualClock(Fixtures.NOON, 1e-9);
    LocalAws local = new LocalAws(clock, new Agenda(clock), Optional.empty());
    local.scheduler().declareGroup("steps");
    local.s3().declare(BUCKET);
    local.sqs().declare(QueueSpec.of("dead-letters", Duration.ofMinutes(3)));
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
    point("aws.endpointUrlDynamoDb", local, "dynamodb");
    point("aws.endpointUrlScheduler", local, "scheduler");
    point("aws.endpointUrlSesV2", local, "sesv2");
    point("aws.endpointUrlSqs", local, "sqs");
    point("aws.endpointUrlS3", local, "s3");
    point("aws.endpointUrlSsm", local, "ssm");
    return local;
  }

  private static void point(String property, LocalAws local, String service) {
    System.setProperty(property, String.valueOf(local.endpoints().get(service)));
  }

  Timers timers() {
    return aws.timers();
  }

  DeadLetters deadLetters() {
    return aws.deadLetters();
  }

  Mailer mailer() {
    return aws.mailer();
  }

  @Override
  public Enrollments enrollments() {
    return aws.enrollments();
  }

  @Override
  public Contacts contacts() {
    return aws.contacts();
  }

  @Override
  public Dossiers dossiers() {
    return aws.dossiers();
  }

  @Override
  public Sequences sequences() {
    return aws.sequences();
  }

  @Override
  public Senders senders() {
    return aws.senders();
  }

  @Override
  public Counts counts() {
    return aws.counts();
  }

  @Override
  public Pauses pauses() {
    return aws.pauses();
  }

  @Override
  public SendingHolds sendingHolds() {
    return aws.sendingHolds();
  }

  @Override
  public Ledgers ledgers() {
    return aws.ledgers();
  }

  @Override
  public Suppressions suppressions() {
    return aws.suppressions();
  }

  @Override
  public Inbox inbox() {
    return aws.inbox();
  }

  @Override
  public Tasks tasks() {
    return aws.tasks();
  }

  @Override
  public IdempotencyKeys idempotencyKeys() {
    return aws.idempotencyKeys();
  }

  @Override
  public Deliveries deliveries() {
    return aws.deliveries();
  }

  @Override
  public SigningKeys signingKeys() {
    return aws.signingKeys();
  }
}
