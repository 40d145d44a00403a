package dev.stepwise.usecase;

import static dev.stepwise.cadence.CadenceExamples.ROME;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.State;
import dev.stepwise.forward.RawLetter;
import dev.stepwise.matching.Inbox;
import dev.stepwise.pacing.Pace;
import dev.stepwise.sender.Sender;
import dev.stepwise.sequence.SettingsExamples;
import dev.stepwise.sequence.StopOn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Mails of which Ada and others answer the first. */
abstract class InboundCase extends UseCaseTest {
  static final String TEAM = "team@in.example.com";
  static final EmailAddress SAM = new EmailAddress("sam@example.com");

  MailRoom room = new MailRoom(world);

  /** Ada, who has the first mail. */
  final EnrollmentId written() {
    EnrollmentId id = enrolled();
    world.next();
    return id;
  }

  /** Somebody else, whom that sender has written the first mail. */
  final EnrollmentId written(String contact, Sender sender) {
    EnrollRequest request =
        new EnrollRequest(
            EnrollmentExamples.SEQUENCE,
            sender.email(),
            1,
            null,
            false,
            List.of(good(named(contact))),
            null,
            false);
    EnrollmentId id = Objects.requireNonNull(results(request).getFirst().enrollment());
    world.next();
    return id;
  }

  static Contact named(String address) {
    return new Contact(new EmailAddress(address), "Grace", null, null, null, null, Map.of());
  }

  /** Another rep joins the team. */
  final void addSam() {
    world.memory.senders().save(Optional.empty(), sam());
  }

  static Sender sam() {
    return new Sender(SAM, "Sam", ROME, null, null, Pace.FREE, null, null, Set.of("sam"));
  }

  /** From now on an answer of one colleague counts for all. */
  final void publishAccountReply() {
    publish(1, SettingsExamples.stoppingOn(StopOn.values()), EnrollmentExamples.version().steps());
  }

  /** Where the mail that was sent last wants its answers. */
  final String replyTo() {
    return world.letters().getLast().replyTo().value();
  }

  /** SES's id of the mail that was sent last. */
  final String lastId() {
    return world.memory.mailer().outbox().getLast().messageId();
  }

  /** Ada answers the mail that was sent last. */
  final Post answer() {
    return from(ADA, replyTo());
  }

  final Post from(EmailAddress author, String to) {
    return Post.of("in1", world.now, author, to);
  }

  final boolean isDone(String mailId) {
    return world.memory.inbox().find(mailId).map(Inbox.Kept::done).orElse(false);
  }

  /** To whom something was forwarded, in that order. */
  final List<EmailAddress> forwardedTo() {
    return room.forwarder.outbox().stream().map(RawLetter::to).toList();
  }

  /** The state's name, and why it ended if it did. */
  final String reason(EnrollmentId id) {
    return world.enrollment(id).state() instanceof State.Stopped stopped
        ? "stopped: " + stopped.reason().wire()
        : state(id);
  }
}
