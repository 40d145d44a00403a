package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.Bytes;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.forward.Answers;
import dev.stepwise.forward.Attachment;
import dev.stepwise.forward.AttachmentStore;
import dev.stepwise.forward.ForwardResult;
import dev.stepwise.forward.Forwarding;
import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.MailStore;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.inbound.Verdicts;
import dev.stepwise.inbound.Verdicts.Verdict;
import dev.stepwise.mail.AttachmentName;
import dev.stepwise.mail.Tokens;
import dev.stepwise.matching.Inbox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Mails of a person who is erased, whenever they come and however little they say. */
class ErasedMailsTest extends UseCaseTest {
  private static final Verdicts FORGED =
      new Verdicts(Verdict.PASS, Verdict.PASS, Verdict.FAIL, Verdict.PASS, Verdict.PASS);

  private final Map<String, Bytes> stored = new HashMap<>();
  private Runnable whileForwarding = () -> {};

  @Test
  void a_mail_that_somebody_wrote_in_the_persons_name_is_erased_with_the_person() {
    enrolled();
    read(arrived("m1", FORGED));

    erase();

    assertNothingIsLeft("m1");
  }

  @Test
  void a_mail_from_before_the_person_was_enrolled_is_erased_with_the_person() {
    read(arrived("m1", Answers.CLEAN));
    enrolled();

    erase();

    assertNothingIsLeft("m1");
  }

  @Test
  void a_mail_that_only_its_author_leads_to_is_not_kept_after_the_erasure() {
    enrolled();
    erase();

    read(arrived("m1", Answers.CLEAN));

    assertNothingIsLeft("m1");
  }

  @Test
  void a_mail_that_is_being_read_while_the_person_is_erased_is_not_kept() {
    enrolled();
    whileForwarding = this::erase;

    read(arrived("m1", Answers.CLEAN));

    assertNothingIsLeft("m1");
  }

  @Test
  void a_mail_that_is_not_read_yet_is_left_to_its_reader() {
    enrolled();
    Inbox.Kept unread = arrived("m1", Answers.CLEAN);

    erase();
    assertThat(stored).containsOnlyKeys("m1");
    read(unread);

    assertNothingIsLeft("m1");
  }

  @Test
  void mails_of_others_stay() {
    EmailAddress other = new EmailAddress("other@stranger.example");
    read(arrived("m1", Answers.CLEAN));
    read(arrived("m2", other, Answers.CLEAN));

    erase();

    assertThat(stored).containsOnlyKeys("m2");
  }

  private void assertNothingIsLeft(String mailId) {
    assertThat(stored).isEmpty();
    assertThat(world.memory.inbox().find(mailId)).isEmpty();
  }

  private void erase() {
    new EraseContact(world.contacts, mails(), world.move, () -> world.now)
        .erase(ADA, world.admin());
  }

  private EraseMails mails() {
    return new EraseMails(world.memory.inbox(), store(), new NoAttachments());
  }

  private Inbox.Kept arrived(String id, Verdicts verdicts) {
    return arrived(id, ADA, verdicts);
  }

  /** A mail to nobody of ours, that only its From can lead anywhere. */
  private Inbox.Kept arrived(String id, EmailAddress from, Verdicts verdicts) {
    String raw = "From: " + from + "\r\nSubject: Hi\r\n\r\nLet us talk.\r\n";
    stored.put(id, Bytes.of(raw.getBytes(StandardCharsets.US_ASCII)));
    Headers headers = new Headers(List.of(new Headers.Field("From", from.value())));
    Receipt receipt =
        new Receipt(id, world.now, from.value(), List.of("x@in.example.com"), headers, verdicts);
    return new HearMail(world.memory.inbox(), new Tokens(world.memory.signingKeys())).hear(receipt);
  }

  private void read(Inbox.Kept mail) {
    Authority engine = new Authority(Entry.ENGINE, true, world.memory.senders());
    Persons persons =
        new Persons(
            world.memory.inbox(),
            world.memory.enrollments(),
            world.memory.contacts(),
            new Tokens(world.memory.signingKeys()));
    Forwarding forwarding = new Forwarding(Answers.TOKENS, "https://api.example.com", 1000);
    ForwardAnswer forward =
        new ForwardAnswer(
            forwarding,
            new NoAttachments(),
            _ -> {
              whileForwarding.run();
              return new ForwardResult.Accepted("f1");
            },
            () -> world.now);
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
            mails(),
            engine)
        .read(mail);
  }

  private MailStore store() {
    return new MailStore() {
      @Override
      public Optional<Bytes> fetch(String mailId) {
        return Optional.ofNullable(stored.get(mailId));
      }

      @Override
      public void delete(String mailId) {
        stored.remove(mailId);
      }
    };
  }

  /** None of these mails has any. */
  private static final class NoAttachments implements AttachmentStore {
    @Override
    public void put(String mailId, Attachment attachment) {
      throw new IllegalStateException("none was expected");
    }

    @Override
    public Optional<URI> link(AttachmentName name) {
      return Optional.empty();
    }

    @Override
    public void delete(String mailId) {}
  }
}
