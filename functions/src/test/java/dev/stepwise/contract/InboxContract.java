package dev.stepwise.contract;

import static dev.stepwise.contract.Fixtures.ADA;
import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.claimOf;
import static dev.stepwise.contract.Fixtures.enrolled;
import static dev.stepwise.contract.Fixtures.entrance;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.contact.Domain;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Consequence;
import dev.stepwise.enrollment.Effect;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments.ClaimResult;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.Hearing;
import dev.stepwise.enrollment.MailThread;
import dev.stepwise.enrollment.Settlement;
import dev.stepwise.inbound.Verdicts;
import dev.stepwise.inbound.Verdicts.Verdict;
import dev.stepwise.mail.Links;
import dev.stepwise.mail.Token;
import dev.stepwise.mail.Token.Purpose;
import dev.stepwise.matching.Clues;
import dev.stepwise.matching.Inbox;
import dev.stepwise.matching.Incoming;
import dev.stepwise.matching.Leads;
import dev.stepwise.matching.Match;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails that came in, and the enrollments that they hold. */
public abstract class InboxContract {
  private static final EnrollmentId GONE = new EnrollmentId("gone");
  private Ports ports;
  private Inbox inbox;

  /** The ports over an empty store. */
  protected abstract Ports ports();

  @BeforeEach
  void open() {
    ports = ports();
    inbox = ports.inbox();
  }

  @Test
  void a_mail_is_kept_once_and_read_as_it_was_written() {
    Incoming mail = mail("m1", match(ada("e1")));

    Optional<Incoming> first = inbox.keep(mail);
    Optional<Incoming> second = inbox.keep(mail);

    assertThat(first).contains(mail);
    assertThat(second).isEmpty();
    assertThat(inbox.find("m1")).contains(new Inbox.Kept(mail, false));
    assertThat(inbox.find("m2")).isEmpty();
  }

  @Test
  void keeping_a_mail_holds_its_enrollments_and_tells_them_once() {
    Enrollment e = ada("e1");
    inbox.keep(mail("m1", match(e)));
    inbox.keep(mail("m1", match(e)));

    Enrollment held = found(e);

    assertThat(held).isEqualTo(Hearing.hold(e, "m1", NOON));
    assertThat(held.isReading()).isTrue();
    assertThat(held.timeline().getLast().type()).isEqualTo(Entry.Type.HEARD);
  }

  @Test
  void nothing_is_claimed_while_a_mail_is_read() {
    Enrollment e = ada("e1");
    inbox.keep(mail("m1", match(e)));

    ClaimResult result = ports.enrollments().claim(claimOf(e, "c1"));

    assertThat(result).isEqualTo(new ClaimResult.NotTaken(found(e)));
  }

  @Test
  void a_claim_that_is_open_is_settled_beside_the_hold() {
    Enrollment e = ada("e1");
    ports.enrollments().claim(claimOf(e, "c1"));
    inbox.keep(mail("m1", match(e)));
    Enrollment claimed = found(e);
    var sent = new Settlement.Sent("s1", new MailThread(1, "Hello"), NOON);

    ports.enrollments().save(Settlement.sent(claimed, Fixtures.plan(), sent));

    assertThat(found(e).claim()).isNull();
    assertThat(found(e).holds().reading()).containsExactly("m1");
  }

  @Test
  void several_mails_hold_and_each_is_released_by_itself() {
    Enrollment e = ada("e1");
    inbox.keep(mail("m1", match(e)));
    inbox.keep(mail("m2", match(e)));
    var goOn = new Consequence(Entry.Type.AUTO_REPLIED, "", new Effect.GoOn());
    var heard = new Hearing.Heard("m1", goOn, NOON);

    ports.enrollments().save(Fixtures.change(Hearing.judged(found(e), Fixtures.plan(), heard)));

    assertThat(found(e).holds().reading()).containsExactly("m2");
    assertThat(found(e).isReading()).isTrue();
  }

  @Test
  void an_enrollment_that_is_gone_is_left_out() {
    Enrollment e = ada("e1");
    Incoming mail = mail("m1", new Match(GONE, Match.How.TOKEN), match(e));

    assertThat(inbox.keep(mail)).contains(mail.with(List.of(match(e))));
    assertThat(found(e).isReading()).isTrue();
    assertThat(inbox.keep(mail("m2", new Match(GONE, Match.How.TOKEN)))).contains(mail("m2"));
  }

  @Test
  void more_enrollments_are_held_for_a_mail_that_is_kept() {
    Enrollment first = ada("e1");
    Enrollment second = entered("e2", new EmailAddress("bob@prospect.example"));
    Incoming mail = mail("m1", match(first));
    inbox.keep(mail);
    Incoming longer = mail("m1", match(first), new Match(second.id(), Match.How.PERSON));

    boolean held = inbox.keep(longer, List.of(second.id()));
    boolean again = inbox.keep(longer, List.of(second.id()));

    assertThat(held).isTrue();
    assertThat(again).isFalse();
    assertThat(inbox.find("m1")).contains(new Inbox.Kept(longer, false));
    assertThat(found(second).holds().reading()).containsExactly("m1");
    assertThat(found(second).timeline()).hasSize(2);
    assertThat(found(first).timeline()).hasSize(2);
  }

  @Test
  void nothing_more_is_held_for_a_mail_that_is_done_or_forgotten() {
    Enrollment e = ada("e1");
    Incoming mail = mail("m1");
    inbox.keep(mail);
    inbox.done(mail, null, "Human");
    Incoming longer = mail("m1", match(e));

    boolean done = inbox.keep(longer, List.of(e.id()));
    inbox.forget("m1");
    boolean forgotten = inbox.keep(longer, List.of(e.id()));

    assertThat(done).isFalse();
    assertThat(forgotten).isFalse();
    assertThat(found(e)).isEqualTo(e);
    assertThat(inbox.find("m1")).isEmpty();
  }

  @Test
  void a_mail_that_led_nowhere_may_lead_somewhere_once_it_is_read() {
    Enrollment e = ada("e1");
    inbox.keep(mail("m1"));
    Incoming longer = mail("m1", match(e));

    assertThat(inbox.keep(longer, List.of(e.id()))).isTrue();

    assertThat(inbox.find("m1")).contains(new Inbox.Kept(longer, false));
    assertThat(found(e).isReading()).isTrue();
  }

  @Test
  void a_mail_is_unread_when_it_is_late_and_until_it_is_done() {
    Incoming mail = mail("m1");
    inbox.keep(mail);
    inbox.keep(mail("m2"));

    var early = inbox.unread(NOON.plus(Inbox.PATIENCE), 10);
    var late = inbox.unread(NOON.plus(Inbox.PATIENCE).plusMillis(1), 10);
    var bounded = inbox.unread(NOON.plus(Duration.ofDays(1)), 1);
    inbox.done(mail, ADA, "human-reply");

    assertThat(early).isEmpty();
    assertThat(late).containsExactlyInAnyOrder("m1", "m2");
    assertThat(bounded).hasSize(1);
    assertThat(inbox.unread(NOON.plus(Duration.ofDays(1)), 10)).containsExactly("m2");
    assertThat(inbox.find("m1")).contains(new Inbox.Kept(mail, true));
    assertThat(inbox.keep(mail)).isEmpty();
  }

  @Test
  void a_mail_that_is_done_is_found_by_its_contact_until_it_is_forgotten() {
    inbox.keep(mail("m1"));
    inbox.keep(mail("m2"));
    inbox.done(mail("m1"), ADA, "human-reply");
    inbox.done(mail("m2"), null, "other");

    List<String> found = inbox.ofContact(ADA);
    inbox.forget("m1");

    assertThat(found).containsExactly("m1");
    assertThat(inbox.ofContact(ADA)).isEmpty();
    assertThat(inbox.find("m1")).isEmpty();
    assertThat(inbox.find("m2")).isPresent();
  }

  @Test
  void mails_are_neither_overdue_enrollments_nor_those_of_a_contact() {
    inbox.keep(mail("m1"));
    inbox.done(mail("m2"), ADA, "human-reply");
    var ofAda = new dev.stepwise.enrollment.Enrollments.Query(null, ADA, null, null);

    assertThat(ports.enrollments().overdue(NOON.plus(Duration.ofDays(1)), 10)).isEmpty();
    assertThat(ports.enrollments().list(ofAda, null).items()).isEmpty();
  }

  @Test
  void clues_lead_to_the_enrollments_of_messages_and_to_the_holders_of_contacts() {
    Enrollment e = ada("e1");
    ports.enrollments().claim(claimOf(e, "c1"));
    var sent = new Settlement.Sent("0100aaaa-bbbb-cccc", new MailThread(1, "Hello"), NOON);
    ports.enrollments().save(Settlement.sent(found(e), Fixtures.plan(), sent));
    Links links = new Links(ports.signingKeys(), "", new Domain("in.example.com"));
    Token token = links.token(Purpose.REPLY, new EnrollmentId("e9"), NOON);
    Clues clues =
        new Clues(
            List.of(token),
            List.of(),
            List.of("0100aaaa-bbbb-cccc", "unknown-unknown-unknown"),
            List.of(ADA, new EmailAddress("nobody@prospect.example")));

    Leads leads = inbox.leads(clues);

    assertThat(leads.messages()).containsOnly(java.util.Map.entry("0100aaaa-bbbb-cccc", e.id()));
    assertThat(leads.contacts()).containsOnly(java.util.Map.entry(ADA, e.id()));
    assertThat(leads.follow(clues))
        .containsExactly(
            new Match(new EnrollmentId("e9"), Match.How.TOKEN),
            new Match(e.id(), Match.How.REFERENCE));
  }

  @Test
  void no_clues_lead_nowhere() {
    Clues none = new Clues(List.of(), List.of(), List.of(), List.of());

    assertThat(inbox.leads(none).follow(none)).isEmpty();
  }

  private Enrollment ada(String id) {
    return entered(id, ADA);
  }

  private Enrollment entered(String id, EmailAddress contact) {
    Enrollment e = enrolled(id, contact);
    ports.enrollments().create(entrance(e));
    return e;
  }

  private Enrollment found(Enrollment e) {
    return ports.enrollments().find(e.id()).orElseThrow();
  }

  private static Match match(Enrollment e) {
    return new Match(e.id(), Match.How.TOKEN);
  }

  private static Incoming mail(String id, Match... matches) {
    Verdicts verdicts =
        new Verdicts(Verdict.PASS, Verdict.GRAY, Verdict.FAIL, Verdict.PASS, Verdict.PASS);
    return new Incoming(
        id,
        NOON,
        "ada@prospect.example",
        List.of("r@in.example.com"),
        verdicts,
        true,
        false,
        List.of(matches));
  }
}
