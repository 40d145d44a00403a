package dev.stepwise.aws;

import dev.stepwise.StepwiseException;
import dev.stepwise.booking.Deliveries;
import dev.stepwise.booking.Secrets;
import dev.stepwise.contact.Suppressions;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Dossiers;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.idempotency.IdempotencyKeys;
import dev.stepwise.mail.Mailer;
import dev.stepwise.mail.SigningKeys;
import dev.stepwise.sender.Senders;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.task.Tasks;
import dev.stepwise.timer.Timers;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Every port, on AWS. Clients and environment variables are looked for when a port first needs
 * them; a missing variable is named. {@code random} must be one that nobody can guess: it makes
 * keys.
 */
public final class Aws {
  private final Map<String, String> environment;
  private final AwsClients clients = new AwsClients();
  private final VersionCache versions = new VersionCache();
  private final Lazy<Table> table;
  private final Lazy<SigningKeys> signingKeys;

  /** Adapters over the environment that the template gives a function. */
  public Aws(Map<String, String> environment, RandomGenerator random) {
    this.environment = Map.copyOf(environment);
    this.table =
        new Lazy<>(() -> new Table(clients.dynamoDb(), need("TABLE_NAME"), new Backoff(random)));
    this.signingKeys = new Lazy<>(() -> new DynamoSigningKeys(table.get(), random));
  }

  public Enrollments enrollments() {
    return new DynamoEnrollments(table.get());
  }

  public Contacts contacts() {
    return new DynamoContacts(table.get());
  }

  public Dossiers dossiers() {
    return new DynamoDossiers(table.get());
  }

  public Sequences sequences() {
    return new DynamoSequences(table.get(), versions);
  }

  public Senders senders() {
    return new DynamoSenders(table.get());
  }

  public Suppressions suppressions() {
    return new DynamoSuppressions(table.get());
  }

  public Tasks tasks() {
    return new DynamoTasks(table.get());
  }

  public IdempotencyKeys idempotencyKeys() {
    return new DynamoIdempotencyKeys(table.get());
  }

  public Deliveries deliveries() {
    return new DynamoDeliveries(table.get());
  }

  public Secrets secrets() {
    return new SsmSecrets(clients::ssm, need("HOOK_SECRETS"));
  }

  public SigningKeys signingKeys() {
    return signingKeys.get();
  }

  /** Who only stops sets no timer and the sweep no schedule: each is looked for when needed. */
  public Timers timers() {
    return new AwsTimers(clients::sqs, () -> need("STEP_DUE_QUEUE_URL"), this::schedules);
  }

  public Mailer mailer() {
    return new SesMailer(clients.ses(), need("CONFIGURATION_SET"));
  }

  private Schedules schedules() {
    return new Schedules(
        clients.scheduler(),
        need("SCHEDULE_GROUP"),
        Schedules.target(
            need("STEP_DUE_QUEUE_ARN"), need("SCHEDULE_ROLE_ARN"), need("DEAD_LETTER_QUEUE_ARN")));
  }

  private String need(String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new StepwiseException("the environment variable " + name + " is missing");
    }
    return value;
  }
}
