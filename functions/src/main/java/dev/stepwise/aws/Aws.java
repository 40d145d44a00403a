package dev.stepwise.aws;

import dev.stepwise.StepwiseException;
import dev.stepwise.booking.Deliveries;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppressions;
import dev.stepwise.deadletter.DeadLetters;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Dossiers;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.forward.AttachmentStore;
import dev.stepwise.forward.Forwarder;
import dev.stepwise.idempotency.IdempotencyKeys;
import dev.stepwise.inbound.MailStore;
import dev.stepwise.mail.Mailer;
import dev.stepwise.mail.SigningKeys;
import dev.stepwise.mail.SigningPeriod;
import dev.stepwise.matching.Inbox;
import dev.stepwise.matching.MailQueue;
import dev.stepwise.pacing.Ledgers;
import dev.stepwise.pause.Counts;
import dev.stepwise.pause.Pauses;
import dev.stepwise.sender.Senders;
import dev.stepwise.sending.Pause;
import dev.stepwise.sending.SendingHold;
import dev.stepwise.sending.SendingHolds;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.task.Tasks;
import dev.stepwise.timer.Timers;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Every port, on AWS. Clients and environment variables are looked for when a port first needs
 * them; a missing variable is named. {@code random} must be one that nobody can guess: it makes
 * keys.
 */
public final class Aws {
  private static final System.Logger LOG = System.getLogger(Aws.class.getName());

  private final Map<String, String> environment;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final AwsClients clients = new AwsClients();
  private final VersionCache versions = new VersionCache();
  private final Known<SendingHold> knownHold;
  private final Known<Pause> knownPauses;
  private final Lazy<Table> table;
  private @Nullable SigningKeys signingKeys;

  /** Adapters over the environment that the template gives a function. */
  public Aws(Map<String, String> environment, RandomGenerator random, InstantSource clock) {
    this.environment = Map.copyOf(environment);
    this.random = random;
    this.clock = clock;
    this.knownHold = new Known<>(clock);
    this.knownPauses = new Known<>(clock);
    this.table = new Lazy<>(this::openTable);
  }

  private Table openTable() {
    return new Table(
        clients.dynamoDb(), need("TABLE_NAME"), new Backoff(random), new Pseudonyms(random));
  }

  public Enrollments enrollments() {
    return new DynamoEnrollments(table.get());
  }

  public Contacts contacts() {
    return new DynamoContacts(table.get());
  }

  public Dossiers dossiers() {
    return new DynamoDossiers(table.get(), knownHold, knownPauses);
  }

  public Pauses pauses() {
    return new DynamoPauses(table.get(), knownPauses);
  }

  public SendingHolds sendingHolds() {
    return new DynamoSendingHolds(table.get(), knownHold);
  }

  public Counts counts() {
    return new DynamoCounts(table.get());
  }

  public Sequences sequences() {
    return new DynamoSequences(table.get(), versions);
  }

  public Senders senders() {
    return new DynamoSenders(table.get(), knownPauses);
  }

  public Ledgers ledgers() {
    return new DynamoLedgers(table.get());
  }

  public Suppressions suppressions() {
    return new DynamoSuppressions(table.get());
  }

  /** What stands for an address in logs: its pseudonym, or where the team wants that it itself. */
  public Function<EmailAddress, String> aliases() {
    return need("LOG_ADDRESSES").equals("yes")
        ? EmailAddress::value
        : address -> table.get().pseudonym(address);
  }

  /**
   * Reads the keys that the first call would otherwise have to read, before a snapshot is taken of
   * the function, so that it knows them whatever answers later; what fails is read when needed.
   */
  public void warmUp(Instant now) {
    ahead(() -> {
      table.get().contact(new EmailAddress("nobody@example.invalid"), Key.LOCK);
      signingKeys().current(now);
    });
  }

  /** The same for who verifies only. */
  public void readKeys(Instant now) {
    ahead(() -> signingKeys().find(SigningPeriod.at(now).id(), now));
  }

  private static void ahead(Runnable read) {
    try {
      read.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "keys could not be read yet", e);
    }
  }

  public Inbox inbox() {
    return new DynamoInbox(table.get());
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

  public dev.stepwise.booking.Secrets bookingSecrets() {
    return new SsmSecrets(clients::ssm, need("HOOK_SECRETS"));
  }

  /** The same each time: it remembers what it has read. */
  public synchronized SigningKeys signingKeys() {
    SigningKeys keys = signingKeys;
    if (keys == null) {
      keys = new SsmSigningKeys(clients::ssm, need("SIGNING_KEYS"), random, clock);
      signingKeys = keys;
    }
    return keys;
  }

  /** Who only stops sets no timer and the sweep no schedule: each is looked for when needed. */
  public Timers timers() {
    return new AwsTimers(queue("STEP_DUE_QUEUE_URL"), this::schedules);
  }

  public MailQueue mailQueue() {
    return new AwsMailQueue(queue("INBOUND_QUEUE_URL"));
  }

  public DeadLetters deadLetters() {
    return new AwsDeadLetters(
        clients::sqs,
        () -> need("DEAD_LETTER_QUEUE_URL"),
        new AwsDeadLetters.Homes(
            queue("STEP_DUE_QUEUE_URL"),
            queue("MAIL_EVENTS_QUEUE_URL"),
            queue("INBOUND_QUEUE_URL")));
  }

  private Queue queue(String variable) {
    return new Queue(clients::sqs, () -> need(variable));
  }

  public Mailer mailer() {
    return new SesMailer(clients.ses(), need("CONFIGURATION_SET"));
  }

  public Forwarder forwarder() {
    return new SesForwarder(clients.ses(), need("CONFIGURATION_SET"));
  }

  public MailStore mailStore() {
    return new S3MailStore(clients.s3(), need("INBOUND_BUCKET"));
  }

  public AttachmentStore attachments() {
    return new S3AttachmentStore(clients.s3(), clients.presigner(), need("INBOUND_BUCKET"));
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
