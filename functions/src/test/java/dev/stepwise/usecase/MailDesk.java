package dev.stepwise.usecase;

import dev.stepwise.Bytes;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.forward.Attachment;
import dev.stepwise.forward.AttachmentStore;
import dev.stepwise.forward.ForwardResult;
import dev.stepwise.forward.Forwarding;
import dev.stepwise.forward.RawLetter;
import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.MailStore;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.inbound.Verdicts;
import dev.stepwise.inbound.Verdicts.Verdict;
import dev.stepwise.mail.AttachmentName;
import dev.stepwise.mail.AttachmentTokens;
import dev.stepwise.mail.Token.Purpose;
import dev.stepwise.mail.Tokens;
import dev.stepwise.mime.MimeReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where mails come in, in a world in memory: what is stored, what is forwarded, what fails. */
final class MailDesk {
  static final Verdicts GOOD =
      new Verdicts(Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.PASS);
  static final Verdicts FORGED =
      new Verdicts(Verdict.FAIL, Verdict.FAIL, Verdict.FAIL, Verdict.PASS, Verdict.PASS);

  final List<RawLetter> forwarded = new ArrayList<>();
  final Map<String, Bytes> stored = new HashMap<>();

  /** How many of the next mails to reps SES does not take yet. */
  int refusals;

  /** What happens once, after the mail is held and before it is read. */
  Runnable beforeReading = () -> {};

  /** What happens each time that a mail is forwarded. */
  Runnable whileForwarding = () -> {};

  final HearMail hear;
  final ReadMail read;
  final EraseMails erase;

  private final World world;

  MailDesk(World world) {
    this.world = world;
    var inbox = world.memory.inbox();
    Authority engine = new Authority(Entry.ENGINE, true, world.memory.senders());
    Tokens tokens = new Tokens(world.memory.signingKeys());
    Persons persons =
        new Persons(inbox, world.memory.enrollments(), world.memory.contacts(), tokens);
    Forwarding forwarding =
        new Forwarding(
            new AttachmentTokens(world.memory.signingKeys()),
            "https://api.example.com",
            Forwarding.USUAL_LIMIT);
    ForwardAnswer forward =
        new ForwardAnswer(forwarding, attachments(), this::forward, () -> world.now);
    hear = new HearMail(inbox, tokens);
    erase = new EraseMails(inbox, store(), attachments());
    read =
        new ReadMail(
            persons,
            new JudgeMail(store(), persons, world.memory.senders()),
            new Aftermath(
                world.files,
                persons,
                world.suppress,
                world.hear,
                world.move,
                engine,
                () -> world.now),
            world.move,
            new TellReps(forward, world.memory.sequences()),
            erase,
            engine);
  }

  /** The address that answers to this enrollment's mails go to. */
  String replyTo(EnrollmentId id) {
    return new Tokens(world.memory.signingKeys()).of(Purpose.REPLY, id, world.now)
        + "@in.example.com";
  }

  /** A mail is stored, and SES tells of it. */
  Receipt arrives(String id, String to, String text, Verdicts verdicts) {
    Bytes raw = Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    stored.put(id, raw);
    Headers headers = MimeReader.read(raw).headers();
    return new Receipt(id, world.now, "someone@example.org", List.of(to), headers, verdicts);
  }

  /** A mail comes in and is read. */
  void comes(String id, String to, String text) {
    read.read(hear.hear(arrives(id, to, text, GOOD)));
  }

  private MailStore store() {
    return new MailStore() {
      @Override
      public Optional<Bytes> fetch(String mailId) {
        Runnable once = beforeReading;
        beforeReading = () -> {};
        once.run();
        return Optional.ofNullable(stored.get(mailId));
      }

      @Override
      public void delete(String mailId) {
        stored.remove(mailId);
      }
    };
  }

  private static AttachmentStore attachments() {
    return new AttachmentStore() {
      @Override
      public void put(String mailId, Attachment attachment) {}

      @Override
      public Optional<URI> link(AttachmentName name) {
        return Optional.empty();
      }

      @Override
      public void delete(String mailId) {}
    };
  }

  private ForwardResult forward(RawLetter letter) {
    whileForwarding.run();
    if (refusals > 0) {
      refusals--;
      return new ForwardResult.TryLater("TooManyRequests");
    }
    forwarded.add(letter);
    return new ForwardResult.Accepted("f" + forwarded.size());
  }

  /** To whom mails were forwarded, in order. */
  List<EmailAddress> told() {
    return forwarded.stream().map(RawLetter::to).toList();
  }

  /** A mail of that author, with more header lines, each with its line break. */
  static String mail(String from, String more, String text) {
    return "From: " + from + "\r\nSubject: Re: Hello\r\n" + more + "\r\n" + text + "\r\n";
  }
}
