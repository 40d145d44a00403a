package dev.stepwise.lambda;

import static dev.stepwise.contract.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.Bytes;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.forward.Attachment;
import dev.stepwise.forward.AttachmentStore;
import dev.stepwise.forward.ForwardResult;
import dev.stepwise.forward.Forwarding;
import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.MailStore;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.inbound.Verdicts;
import dev.stepwise.inbound.Verdicts.Verdict;
import dev.stepwise.lambda.InboundMessages.Event;
import dev.stepwise.lambda.InboundMessages.Item;
import dev.stepwise.mail.AttachmentName;
import dev.stepwise.mail.AttachmentTokens;
import dev.stepwise.mail.Tokens;
import dev.stepwise.matching.Inbox;
import dev.stepwise.memory.Memory;
import dev.stepwise.usecase.Aftermath;
import dev.stepwise.usecase.Authority;
import dev.stepwise.usecase.CaseFiles;
import dev.stepwise.usecase.Commit;
import dev.stepwise.usecase.EraseMails;
import dev.stepwise.usecase.ForwardAnswer;
import dev.stepwise.usecase.HearMail;
import dev.stepwise.usecase.HearOfMail;
import dev.stepwise.usecase.JudgeMail;
import dev.stepwise.usecase.MoveEnrollment;
import dev.stepwise.usecase.Persons;
import dev.stepwise.usecase.Places;
import dev.stepwise.usecase.ReadMail;
import dev.stepwise.usecase.Suppress;
import dev.stepwise.usecase.TellReps;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A mail over which the function dies each time, so that nothing is thrown that could be caught.
 */
class DyingReaderTest {
  private final Memory memory = new Memory(new Random(1));
  private final InstantSource clock = () -> NOON;
  private final HearMail hear = new HearMail(memory.inbox(), new Tokens(memory.signingKeys()));
  private final InboundMessages messages = new InboundMessages(hear, read(), clock);

  @Test
  void what_killed_every_try_is_put_before_the_rep_without_another_one() {
    Verdict pass = Verdict.PASS;
    Verdicts good = new Verdicts(pass, pass, pass, pass, pass);
    List<String> recipients = List.of("team@in.example.com");
    hear.hear(new Receipt("m1", NOON, "ada@prospect.example", recipients, Headers.NONE, good));
    assertThatThrownBy(() -> receive("4")).isInstanceOf(Killed.class);

    receive("6");

    assertThat(memory.inbox().find("m1")).map(Inbox.Kept::done).contains(true);
  }

  private void receive(String times) {
    Map<String, String> attributes = Map.of("ApproximateReceiveCount", times);
    messages.work(new Event(List.of(new Item(null, "1", "{\"mail\":\"m1\"}", attributes))));
  }

  /** Stands for the end of the process. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private ReadMail read() {
    CaseFiles files = new CaseFiles(memory.enrollments(), memory.sequences(), memory.dossiers());
    MoveEnrollment move =
        new MoveEnrollment(
            files,
            new Commit(
                memory.enrollments(),
                memory.timers(),
                new Places(memory.ledgers(), memory.senders())),
            clock);
    Suppress suppress = new Suppress(memory.suppressions(), memory.contacts(), move);
    HearOfMail reports = new HearOfMail(files, memory.timers(), suppress, memory.senders());
    Persons persons =
        new Persons(
            memory.inbox(),
            memory.enrollments(),
            memory.contacts(),
            new Tokens(memory.signingKeys()));
    Authority engine = new Authority(Entry.ENGINE, true, memory.senders());
    Forwarding forwarding =
        new Forwarding(
            new AttachmentTokens(memory.signingKeys()), "https://api.example.com", 1_000);
    ForwardAnswer forward =
        new ForwardAnswer(forwarding, ATTACHMENTS, _ -> new ForwardResult.Accepted("f1"), clock);
    return new ReadMail(
        persons,
        new JudgeMail(DEADLY, persons, memory.senders()),
        new Aftermath(files, persons, suppress, reports, move, engine, clock),
        move,
        new TellReps(forward, memory.sequences()),
        new EraseMails(memory.inbox(), DEADLY, ATTACHMENTS),
        engine);
  }

  private static final MailStore DEADLY =
      new MailStore() {
        @Override
        public Optional<Bytes> fetch(String mailId) {
          throw new Killed();
        }

        @Override
        public void delete(String mailId) {}
      };

  private static final AttachmentStore ATTACHMENTS =
      new AttachmentStore() {
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
