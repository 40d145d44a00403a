package dev.stepwise.memory;

import dev.stepwise.booking.Deliveries;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Domain;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.contact.Suppressions;
import dev.stepwise.contract.Ports;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Dossiers;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.OwnCopy;
import dev.stepwise.idempotency.IdempotencyKeys;
import dev.stepwise.mail.SigningKeys;
import dev.stepwise.matching.Inbox;
import dev.stepwise.pacing.Ledgers;
import dev.stepwise.pause.Counts;
import dev.stepwise.pause.Pauses;
import dev.stepwise.pause.Round;
import dev.stepwise.pause.Scope;
import dev.stepwise.sender.Sender;
import dev.stepwise.sender.Senders;
import dev.stepwise.sending.Pause;
import dev.stepwise.sending.SendingHolds;
import dev.stepwise.sending.Tally;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.sequence.Version;
import dev.stepwise.task.Task;
import dev.stepwise.task.TaskId;
import dev.stepwise.task.Tasks;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Every port in memory. One lock guards all of it, so that each call is one atomic step. */
public final class Memory implements Ports {
  final NavigableMap<String, Enrollment> enrollments = new TreeMap<>();
  final Map<EnrollmentId, Map<Integer, OwnCopy>> overrides = new HashMap<>();
  final Map<String, EnrollmentId> messages = new HashMap<>();
  final Map<EmailAddress, Contact> contacts = new HashMap<>();
  final Map<EmailAddress, EnrollmentId> locks = new HashMap<>();
  final Map<EmailAddress, Suppression> addresses = new HashMap<>();
  final Map<Domain, List<EnrollmentId>> accounts = new HashMap<>();
  final Map<Domain, Suppression> domains = new HashMap<>();
  final Map<EmailAddress, Sender> senders = new HashMap<>();
  final NavigableMap<String, Sequence> sequences = new TreeMap<>();
  final NavigableMap<String, Version> versions = new TreeMap<>();
  final Map<TaskId, Task> tasks = new HashMap<>();
  final NavigableMap<String, Inbox.Kept> mails = new TreeMap<>();
  final Map<String, EmailAddress> mailsOf = new TreeMap<>();

  final Map<Scope, Round> rounds = new HashMap<>();
  final Map<Scope, NavigableMap<LocalDate, Tally>> counts = new HashMap<>();

  /** What stands at the switch of everything. */
  @Nullable Pause paused;

  private final MemoryTimers timers = new MemoryTimers();
  private final MemoryMailer mailer = new MemoryMailer();
  private final IdempotencyKeys idempotencyKeys = new MemoryIdempotencyKeys();
  private final Deliveries deliveries = new MemoryDeliveries();
  private final SigningKeys signingKeys;
  final MemorySendingHold sendingHold = new MemorySendingHold();
  final MemoryLedgers ledgers = new MemoryLedgers();

  /** Nothing stored yet; {@code random} makes the signing keys. */
  public Memory(RandomGenerator random) {
    signingKeys = new MemorySigningKeys(random);
  }

  /** Does one step that nothing else comes between. */
  synchronized <T> T alone(Supplier<T> step) {
    return step.get();
  }

  /** Does one step that nothing else comes between. */
  synchronized void alone(Runnable step) {
    step.run();
  }

  /** All that a use case can find, but deliveries and keys: two that read alike hold the same. */
  @Override
  public String toString() {
    return List.of(
            enrollments,
            overrides,
            messages,
            contacts,
            locks,
            addresses,
            domains,
            accounts,
            senders,
            sequences,
            versions.keySet(),
            tasks,
            mails,
            mailsOf,
            rounds,
            String.valueOf(paused),
            ledgers)
        .toString();
  }

  @Override
  public Enrollments enrollments() {
    return new MemoryEnrollments(this);
  }

  @Override
  public Contacts contacts() {
    return new MemoryContacts(this);
  }

  @Override
  public Dossiers dossiers() {
    return new MemoryDossiers(this);
  }

  @Override
  public Sequences sequences() {
    return new MemorySequences(this);
  }

  @Override
  public Senders senders() {
    return new MemorySenders(this);
  }

  @Override
  public Suppressions suppressions() {
    return new MemorySuppressions(this);
  }

  @Override
  public Inbox inbox() {
    return new MemoryInbox(this);
  }

  @Override
  public Tasks tasks() {
    return new MemoryTasks(this);
  }

  @Override
  public IdempotencyKeys idempotencyKeys() {
    return idempotencyKeys;
  }

  @Override
  public Deliveries deliveries() {
    return deliveries;
  }

  @Override
  public SigningKeys signingKeys() {
    return signingKeys;
  }

  @Override
  public Counts counts() {
    return new MemoryCounts(this);
  }

  @Override
  public Pauses pauses() {
    return new MemoryPauses(this);
  }

  @Override
  public SendingHolds sendingHolds() {
    return sendingHold;
  }

  @Override
  public Ledgers ledgers() {
    return ledgers;
  }

  public MemoryTimers timers() {
    return timers;
  }

  public MemoryMailer mailer() {
    return mailer;
  }
}
