package dev.stepwise.usecase;

import dev.stepwise.Ids;
import dev.stepwise.cadence.CadenceExamples;
import dev.stepwise.cadence.Delay;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Domain;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.mail.Composer;
import dev.stepwise.mail.Letter;
import dev.stepwise.mail.Links;
import dev.stepwise.mail.Mailer;
import dev.stepwise.mail.SendResult;
import dev.stepwise.memory.Memory;
import dev.stepwise.pacing.LedgerDay;
import dev.stepwise.pacing.Ledgers;
import dev.stepwise.pacing.Pace;
import dev.stepwise.sender.Sender;
import dev.stepwise.sequence.Draft;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.Step;
import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A team at work for a month: its senders enroll people every business day, some of whom answer,
 * and some timers come late. The use cases are the real ones, on ports in memory.
 */
final class Team {
  private static final SequenceId SEQUENCE = new SequenceId("team");
  private static final int ONE_IN_TEN = 10;
  private static final Duration LATE = Duration.ofMinutes(4);

  final List<Sent> sent = new ArrayList<>();

  /** Calls of ledgers by steps, and not by enroll calls and stops. */
  int inSteps;

  /** Write units of these calls, by AWS's rules and the codec's 9 bytes a place. */
  int writeUnits;

  private final Memory memory = new Memory(new Random(1));
  private final Random random = new Random(2);
  private final List<Sender> senders;
  private final PriorityQueue<Wake> wakes =
      new PriorityQueue<>(Comparator.comparing(Wake::at).thenComparing(w -> w.due().timerName()));
  private final Enroll enroll;
  private final StepFire fire;
  private final MoveEnrollment move;
  private final Authority admin = new Authority("admin", true, memory.senders());
  private Instant now = Instant.EPOCH;

  /** A mail that left: whose, of which step, when, and when it was due at first. */
  record Sent(EmailAddress from, int step, Instant at, Instant due) {}

  private record Wake(StepDue due, Instant at) {}

  Team(int size, Pace pace) {
    senders = IntStream.range(0, size).mapToObj(i -> sender(i, pace)).toList();
    senders.forEach(sender -> memory.senders().save(Optional.empty(), sender));
    Places places = new Places(new Counted(memory.ledgers()), memory.senders());
    Commit commit = new Commit(memory.enrollments(), new Queue(), places);
    CaseFiles files = new CaseFiles(memory.enrollments(), memory.sequences(), memory.dossiers());
    Links links =
        new Links(memory.signingKeys(), "https://api.example.com", new Domain("in.example.com"));
    Dispatch dispatch =
        new Dispatch(
            new Outbox(),
            memory.sendingHolds(),
            places,
            Turnstile.open(),
            new Backoff(new Random(3)));
    Composer composer = new Composer(links, "email.amazonses.com");
    SendStep send = new SendStep(files, commit, composer, dispatch, () -> now);
    fire = new StepFire(files, commit, send, () -> now);
    move = new MoveEnrollment(files, commit, () -> now);
    enroll =
        new Enroll(
            memory.sequences(),
            memory.senders(),
            memory.suppressions(),
            memory.pauses(),
            new EnrollOne(memory.enrollments(), memory.contacts(), commit, new Ids(new Random(4))),
            Parallel.sequential(),
            () -> now);
    Draft draft = new Draft("Team", senders.getFirst().email(), Settings.DEFAULTS, steps());
    new Author(memory.sequences(), memory.enrollments(), move, Parallel.sequential(), () -> now)
        .create(SEQUENCE, draft, admin);
  }

  /** Each sender enrolls so many people at that moment. */
  void enroll(Instant at, int each) {
    workUntil(at);
    int before = inSteps;
    int units = writeUnits;
    for (Sender sender : senders) {
      List<Candidate> people =
          IntStream.range(0, each).mapToObj(i -> person(sender, at, i)).toList();
      var request =
          new EnrollRequest(SEQUENCE, sender.email(), 1, null, false, people, null, false);
      enroll.prepare(request, admin).then(call -> Answer.done(enroll.enroll(call)));
    }
    inSteps = before;
    writeUnits = units;
  }

  /** Works all wakes until then. */
  void workUntil(Instant end) {
    while (!wakes.isEmpty() && !wakes.element().at().isAfter(end)) {
      Wake wake = wakes.remove();
      now = wake.at();
      fire.fire(wake.due(), () -> Duration.ofSeconds(30));
    }
    now = end;
  }

  private static Sender sender(int number, Pace pace) {
    return new Sender(
        new EmailAddress("rep" + number + "@example.com"),
        "Rep " + number,
        CadenceExamples.ROME,
        null,
        null,
        pace,
        null,
        null,
        Set.of());
  }

  private static List<Step> steps() {
    return List.of(
        new Step.Email("a", Delay.parse("PT0S"), false, "Hello", "Hello.", null),
        new Step.Email("b", Delay.parse("2BD"), true, null, "Again.", null));
  }

  private static Candidate person(Sender sender, Instant at, int number) {
    String name = "p%d.%d.%s".formatted(number, at.getEpochSecond(), sender.email().value());
    EmailAddress email = new EmailAddress(name.replace('@', '.') + "@prospect.example");
    return new Candidate.Good(
        email.value(), new Contact(email, "P", "", "", null, null, Map.of()), Map.of());
  }

  /** Each ledger call of a step; those of an enroll call are counted apart. */
  private final class Counted implements Ledgers {
    private final Ledgers right;

    Counted(Ledgers right) {
      this.right = right;
    }

    @Override
    public List<LedgerDay> read(EmailAddress sender, LocalDate first, LocalDate last) {
      inSteps++;
      return right.read(sender, first, last);
    }

    @Override
    public void save(EmailAddress sender, List<LedgerDay> days) {
      inSteps++;
      days.forEach(day -> writeUnits += units(day) * (days.size() == 1 ? 1 : 2));
      right.save(sender, days);
    }
  }

  private static int units(LedgerDay day) {
    return (day.bookings().size() * 9 + 60 + 1_023) / 1_024;
  }

  /** Timers of which one in fifty comes late. */
  private final class Queue implements Timers {
    @Override
    public void arm(StepDue due, Instant at) {
      Instant wanted = due.due().isAfter(at) ? due.due() : at;
      wakes.add(new Wake(due, random.nextInt(50) == 0 ? wanted.plus(LATE) : wanted));
    }

    @Override
    public void queue(List<StepDue> due) {
      due.forEach(each -> wakes.add(new Wake(each, now)));
    }

    @Override
    public void queue(List<StepDue> due, Instant from, Duration over) {
      queue(due);
    }
  }

  /** Keeps when mails left; one contact in ten answers the first at once. */
  private final class Outbox implements Mailer {
    private final Map<EnrollmentId, Instant> firsts = new HashMap<>();

    @Override
    public SendResult send(Letter letter) {
      var id = new EnrollmentId(letter.tags().getOrDefault("enrollment", ""));
      int step = Integer.parseInt(letter.tags().getOrDefault("step", ""));
      Enrollment e = memory.enrollments().find(id).orElseThrow();
      Instant due =
          step == 1
              ? e.facts().at()
              : CadenceExamples.officeHoursIn(CadenceExamples.ROME)
                  .after(firsts.getOrDefault(id, now), Delay.parse("2BD"))
                  .at();
      firsts.put(id, now);
      sent.add(new Sent(letter.from(), step, now, due));
      if (step == 1 && random.nextInt(ONE_IN_TEN) == 0) {
        int before = inSteps;
        int units = writeUnits;
        move.stop(id, StopReason.REPLIED, admin);
        inSteps = before;
        writeUnits = units;
      }
      return new SendResult.Accepted(Ids.derived("mail", "" + sent.size()));
    }

    @Override
    public Duration timeOut() {
      return Duration.ofSeconds(10);
    }
  }
}
