package dev.stepwise.usecase;

import dev.stepwise.contact.Suppressions;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Dossiers;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.forward.AttachmentStore;
import dev.stepwise.forward.Forwarder;
import dev.stepwise.forward.Forwarding;
import dev.stepwise.inbound.MailStore;
import dev.stepwise.mail.AttachmentTokens;
import dev.stepwise.mail.Tokens;
import dev.stepwise.matching.Inbox;
import dev.stepwise.memory.Memory;
import dev.stepwise.memory.MemoryAttachments;
import dev.stepwise.memory.MemoryForwarder;
import dev.stepwise.memory.MemoryMailStore;
import dev.stepwise.sender.Senders;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.timer.Timers;
import java.time.InstantSource;

/** Where mails come in: put together as the function does it, on ports in memory. */
public final class MailRoom {
  final CallPoints points = new CallPoints();
  final MemoryMailStore stored = new MemoryMailStore();
  final MemoryForwarder forwarder = new MemoryForwarder();
  private final MemoryAttachments attachments = new MemoryAttachments();
  final HearMail hear;
  final ReadMail read;

  MailRoom(World world) {
    this(world.memory, () -> world.now);
  }

  public MailRoom(Memory memory, InstantSource clock) {
    Inbox inbox = points.around(Inbox.class, memory.inbox());
    Enrollments enrollments = points.around(Enrollments.class, memory.enrollments());
    Contacts contacts = points.around(Contacts.class, memory.contacts());
    Sequences sequences = points.around(Sequences.class, memory.sequences());
    Senders senders = points.around(Senders.class, memory.senders());
    Timers timers = points.around(Timers.class, memory.timers());
    Suppressions suppressions = points.around(Suppressions.class, memory.suppressions());
    Dossiers dossiers = points.around(Dossiers.class, memory.dossiers());
    MailStore mails = points.around(MailStore.class, stored);
    AttachmentStore apart = points.around(AttachmentStore.class, attachments);
    CaseFiles files = new CaseFiles(enrollments, sequences, dossiers);
    MoveEnrollment move =
        new MoveEnrollment(
            files,
            new Commit(enrollments, timers, new Places(memory.ledgers(), memory.senders())),
            clock);
    Suppress suppress = new Suppress(suppressions, contacts, move);
    HearOfMail reports = new HearOfMail(files, timers, suppress, senders);
    Tokens tokens = new Tokens(memory.signingKeys());
    Persons persons = new Persons(inbox, enrollments, contacts, tokens);
    Authority engine = new Authority(Entry.ENGINE, true, senders);
    Forwarding forwarding =
        new Forwarding(
            new AttachmentTokens(memory.signingKeys()),
            "https://api.example.com",
            Forwarding.USUAL_LIMIT);
    ForwardAnswer forward =
        new ForwardAnswer(forwarding, apart, points.around(Forwarder.class, forwarder), clock);
    hear = new HearMail(inbox, tokens);
    read =
        new ReadMail(
            persons,
            new JudgeMail(mails, persons, senders),
            new Aftermath(files, persons, suppress, reports, move, engine, clock),
            move,
            new TellReps(forward, sequences),
            new EraseMails(inbox, mails, apart),
            engine);
  }

  public HearMail hear() {
    return hear;
  }

  public ReadMail read() {
    return read;
  }

  public MemoryMailStore stored() {
    return stored;
  }

  /** How many mails were passed on to reps. */
  public int forwarded() {
    return forwarder.outbox().size();
  }

  /** SES keeps the mail and calls: it is heard, then read. */
  void receive(Post mail) {
    stored.put(mail.id(), mail.raw());
    read.read(hear.hear(mail.receipt()));
  }
}
