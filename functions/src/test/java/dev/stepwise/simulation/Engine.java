package dev.stepwise.simulation;

import dev.stepwise.Ids;
import dev.stepwise.contact.Domain;
import dev.stepwise.contact.Suppressions;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Dossiers;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.forward.Forwarder;
import dev.stepwise.forward.Forwarding;
import dev.stepwise.inbound.MailStore;
import dev.stepwise.mail.AttachmentTokens;
import dev.stepwise.mail.Composer;
import dev.stepwise.mail.Links;
import dev.stepwise.mail.Mailer;
import dev.stepwise.mail.Tokens;
import dev.stepwise.matching.Inbox;
import dev.stepwise.memory.Memory;
import dev.stepwise.pacing.Ledgers;
import dev.stepwise.pause.Pauses;
import dev.stepwise.sender.Senders;
import dev.stepwise.sending.SendingHolds;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.task.Tasks;
import dev.stepwise.timer.Timers;
import dev.stepwise.usecase.Aftermath;
import dev.stepwise.usecase.Author;
import dev.stepwise.usecase.Authority;
import dev.stepwise.usecase.Backoff;
import dev.stepwise.usecase.CarryPauses;
import dev.stepwise.usecase.CaseFiles;
import dev.stepwise.usecase.CloseTask;
import dev.stepwise.usecase.Commit;
import dev.stepwise.usecase.Dispatch;
import dev.stepwise.usecase.Enroll;
import dev.stepwise.usecase.EnrollOne;
import dev.stepwise.usecase.EraseMails;
import dev.stepwise.usecase.ForwardAnswer;
import dev.stepwise.usecase.HearMail;
import dev.stepwise.usecase.HearOfMail;
import dev.stepwise.usecase.JudgeMail;
import dev.stepwise.usecase.MoveEnrollment;
import dev.stepwise.usecase.OptOut;
import dev.stepwise.usecase.Parallel;
import dev.stepwise.usecase.Persons;
import dev.stepwise.usecase.Places;
import dev.stepwise.usecase.ReadMail;
import dev.stepwise.usecase.Reenroll;
import dev.stepwise.usecase.SendStep;
import dev.stepwise.usecase.StepFire;
import dev.stepwise.usecase.Suppress;
import dev.stepwise.usecase.Sweep;
import dev.stepwise.usecase.TellReps;
import dev.stepwise.usecase.TurnSwitch;
import dev.stepwise.usecase.Turnstile;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The real use cases, put together as the functions put them, on ports that may fail. */
final class Engine {
  final StepFire fire;
  final Sweep sweep;
  final HearOfMail hearOfMail;
  final HearMail hearMail;
  final ReadMail readMail;
  final MoveEnrollment move;
  final CloseTask tasks;
  final Tasks openTasks;
  final Suppress suppress;
  final Reenroll reenroll;
  final OptOut optOut;
  final Enroll enroll;
  final Author author;
  final CarryPauses carry;
  final TurnSwitch turn;
  final Authority rep;

  /** What an engine stands on beside its store. */
  record Ground(
      Network calls,
      Planted planted,
      Timers timers,
      Mailer mailer,
      Forwarder forwarder,
      MailStore mails,
      Consumer<List<String>> readAgain,
      InstantSource clock,
      RandomGenerator random) {}

  Engine(Memory memory, Ground on) {
    Network calls = on.calls();
    Planted planted = on.planted();
    InstantSource clock = on.clock();
    Ids ids = new Ids(on.random());
    Enrollments enrollments =
        planted.enrollments(calls.port(Enrollments.class, memory.enrollments()));
    Contacts contacts = calls.port(Contacts.class, memory.contacts());
    Sequences sequences = calls.port(Sequences.class, memory.sequences());
    Senders senders = memory.senders();
    Timers timers = planted.timers(calls.port(Timers.class, on.timers()));
    Inbox inbox = calls.port(Inbox.class, memory.inbox());
    var suppressions = calls.port(Suppressions.class, memory.suppressions());
    var dossiers = planted.dossiers(calls.port(Dossiers.class, memory.dossiers()));

    Pauses pauses = planted.pauses(calls.port(Pauses.class, memory.pauses()));

    CaseFiles files = new CaseFiles(enrollments, sequences, dossiers);
    Places places =
        new Places(
            planted.ledgers(calls.port(Ledgers.class, memory.ledgers())),
            calls.port(Senders.class, memory.senders()));
    Commit commit = new Commit(enrollments, timers, places);
    Composer composer =
        new Composer(
            new Links(
                memory.signingKeys(), "https://api.example.com", new Domain("in.example.com")),
            "email.amazonses.com");
    Dispatch dispatch =
        new Dispatch(
            planted.mailer(on.mailer()),
            calls.port(SendingHolds.class, memory.sendingHolds()),
            places,
            Turnstile.open(),
            new Backoff(on.random()));
    SendStep send = new SendStep(files, commit, composer, dispatch, clock);
    fire = new StepFire(files, commit, send, clock);
    move = new MoveEnrollment(files, commit, clock);
    openTasks = calls.port(Tasks.class, memory.tasks());
    tasks = new CloseTask(openTasks, move);
    sweep = new Sweep(enrollments, timers, inbox, on.readAgain()::accept, clock);
    suppress = new Suppress(suppressions, contacts, move);
    hearOfMail = new HearOfMail(files, timers, suppress, senders);
    optOut = new OptOut(files, contacts, suppress, senders, move, clock);
    reenroll = new Reenroll(files, contacts, commit, ids, clock);
    author = new Author(sequences, enrollments, move, Parallel.sequential(), clock);
    enroll =
        new Enroll(
            sequences,
            senders,
            suppressions,
            pauses,
            new EnrollOne(enrollments, contacts, commit, ids),
            Parallel.sequential(),
            clock);
    rep = new Authority("rita", false, senders);
    carry =
        new CarryPauses(
            pauses,
            enrollments,
            calls.port("Open tasks", Tasks.class, memory.tasks()),
            move,
            new CarryPauses.Hands(
                new Authority(Entry.ENGINE, true, senders), Parallel.sequential(), on.random()),
            clock);
    turn = new TurnSwitch(sequences, senders, pauses, memory.counts(), carry, clock);
    hearMail = new HearMail(inbox, new Tokens(memory.signingKeys()));
    // Who asks whom a mail concerns looks at what never changes of an enrollment.
    var facts = planted.enrollments(calls.port("Facts", Enrollments.class, memory.enrollments()));
    Persons persons = new Persons(inbox, facts, contacts, new Tokens(memory.signingKeys()));
    Authority engine = new Authority(Entry.ENGINE, true, senders);
    Forwarding forwarding =
        new Forwarding(
            new AttachmentTokens(memory.signingKeys()),
            "https://api.example.com",
            Forwarding.USUAL_LIMIT);
    NoAttachments attachments = new NoAttachments();
    readMail =
        new ReadMail(
            persons,
            new JudgeMail(on.mails(), persons, senders),
            new Aftermath(files, persons, suppress, hearOfMail, move, engine, clock),
            move,
            new TellReps(
                new ForwardAnswer(
                    forwarding, attachments, planted.forwarder(on.forwarder()), clock),
                sequences),
            new EraseMails(inbox, on.mails(), attachments),
            engine);
  }
}
