package dev.stepwise.usecase;

import dev.stepwise.Ids;
import dev.stepwise.cadence.CadenceExamples;
import dev.stepwise.contact.Domain;
import dev.stepwise.enrollment.Dossiers;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.mail.Composer;
import dev.stepwise.mail.Letter;
import dev.stepwise.mail.Links;
import dev.stepwise.mail.Mailer;
import dev.stepwise.mail.SendResult;
import dev.stepwise.memory.Memory;
import dev.stepwise.memory.MemoryMails;
import dev.stepwise.timer.StepDue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Every use case on ports in memory and on virtual time, with places to come in between. */
final class World {
  private static final Duration PLENTY = Duration.ofSeconds(30);

  final Memory memory = new Memory(new Random(7));
  final List<Fired> fired = new ArrayList<>();

  /** When SES was asked to send. */
  final List<Instant> sentAt = new ArrayList<>();

  /** Ids of mails that are to be read again. */
  final List<String> again = new ArrayList<>();

  Instant now = CadenceExamples.noonInRome();

  /** What happens once, between a claim and the reading of the dossier. */
  Runnable beforeReading = () -> {};

  /** What happens once, while SES is asked. */
  Runnable whileSending = () -> {};

  private final InstantSource clock = () -> now;
  private final Ids ids = new Ids(new Random(8));
  private final Dossiers dossiers =
      (facts, days) -> {
        Runnable once = beforeReading;
        beforeReading = () -> {};
        once.run();
        return memory.dossiers().read(facts, days);
      };

  final CaseFiles files = new CaseFiles(memory.enrollments(), memory.sequences(), dossiers);
  final Commit commit =
      new Commit(
          memory.enrollments(), memory.timers(), new Places(memory.ledgers(), memory.senders()));
  final MoveEnrollment move = new MoveEnrollment(files, commit, clock);
  final CloseTask tasks = new CloseTask(memory.tasks(), move);
  final Sweep sweep =
      new Sweep(memory.enrollments(), memory.timers(), memory.inbox(), again::addAll, clock);
  final CarryPauses carry =
      new CarryPauses(
          memory.pauses(),
          memory.enrollments(),
          memory.tasks(),
          move,
          new CarryPauses.Hands(admin(), Parallel.sequential(), new Random(7)),
          clock);
  final TurnSwitch turn =
      new TurnSwitch(
          memory.sequences(), memory.senders(), memory.pauses(), memory.counts(), carry, clock);
  final Preview preview =
      new Preview(
          files,
          memory.senders(),
          memory.contacts(),
          new Places(memory.ledgers(), memory.senders()),
          clock);
  final Guardrails guardrails =
      new Guardrails(memory.counts(), memory.pauses(), memory.sequences(), clock);
  final Suppress suppress = new Suppress(memory.suppressions(), memory.contacts(), move);
  final OptOut optOut =
      new OptOut(files, memory.contacts(), suppress, memory.senders(), move, clock);
  final MemoryMails mails = new MemoryMails();
  final ContactFiles contacts =
      new ContactFiles(memory.contacts(), memory.enrollments(), memory.suppressions());
  final EraseContact erase = new EraseContact(contacts, mails, move, clock);
  final HearOfMail hear = new HearOfMail(files, memory.timers(), suppress, memory.senders());
  final EditContact edit = new EditContact(move);
  final Reenroll reenroll = new Reenroll(files, memory.contacts(), commit, ids, clock);
  final Author author =
      new Author(memory.sequences(), memory.enrollments(), move, Parallel.sequential(), clock);
  final Enroll enroll =
      new Enroll(
          memory.sequences(),
          memory.senders(),
          memory.suppressions(),
          memory.pauses(),
          new EnrollOne(memory.enrollments(), memory.contacts(), commit, ids),
          Parallel.sequential(),
          clock);
  final StepFire fire = new StepFire(files, commit, sendStep(), clock);

  /** One enroll call, as the API makes it. */
  Answer<List<EnrollResult>> enroll(EnrollRequest request, Authority who) {
    return enroll.prepare(request, who).then(call -> Answer.done(enroll.enroll(call).results()));
  }

  Authority admin() {
    return new Authority("admin", true, memory.senders());
  }

  Authority rep(String subject) {
    return new Authority(subject, false, memory.senders());
  }

  Enrollment enrollment(EnrollmentId id) {
    return memory.enrollments().find(id).orElseThrow();
  }

  List<Entry.Type> timeline(EnrollmentId id) {
    return enrollment(id).timeline().stream().map(Entry::type).toList();
  }

  List<Letter> letters() {
    return memory.mailer().outbox().stream().map(sent -> sent.letter()).toList();
  }

  /** Works the next wake, at its time; false when nothing is armed. */
  boolean next() {
    Optional<Instant> at = memory.timers().next();
    at.ifPresent(this::moveTo);
    Optional<StepDue> due = memory.timers().take(now);
    due.ifPresent(this::fire);
    return due.isPresent();
  }

  /** Works all wakes until nothing is armed. */
  void toTheEnd() {
    for (int left = 200; next(); left--) {
      if (left == 0) {
        throw new IllegalStateException("it never ends: " + fired);
      }
    }
  }

  void later(Duration time) {
    now = now.plus(time);
  }

  Fired fire(StepDue due) {
    return fire(due, () -> PLENTY);
  }

  Fired fire(StepDue due, Supplier<Duration> timeLeft) {
    Fired what = fire.fire(due, timeLeft);
    fired.add(what);
    return what;
  }

  private void moveTo(Instant at) {
    now = at.isAfter(now) ? at : now;
  }

  private SendStep sendStep() {
    Links links =
        new Links(memory.signingKeys(), "https://api.example.com", new Domain("in.example.com"));
    Composer composer = new Composer(links, "email.amazonses.com");
    Dispatch dispatch =
        new Dispatch(
            mailer(),
            memory.sendingHolds(),
            new Places(memory.ledgers(), memory.senders()),
            Turnstile.open(),
            new Backoff(new Random(9)));
    return new SendStep(files, commit, composer, dispatch, clock);
  }

  private Mailer mailer() {
    return new Mailer() {
      @Override
      public SendResult send(Letter letter) {
        Runnable once = whileSending;
        whileSending = () -> {};
        once.run();
        sentAt.add(now);
        return memory.mailer().send(letter);
      }

      @Override
      public Duration timeOut() {
        return memory.mailer().timeOut();
      }
    };
  }
}
