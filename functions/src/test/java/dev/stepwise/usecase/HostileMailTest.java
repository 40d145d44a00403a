package dev.stepwise.usecase;

import static dev.stepwise.usecase.MailDesk.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.StepwiseException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.mail.SendResult;
import dev.stepwise.sender.Sender;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.StopOn;
import dev.stepwise.sequence.UnknownOutcome;
import dev.stepwise.timer.StepDue;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong around a mail, and what people and programs send that is no answer. */
class HostileMailTest extends UseCaseTest {
  private static final String TEAM = "team@in.example.com";
  private static final String AWAY =
      "Auto-Submitted: auto-replied\r\nX-Auto-Response-Suppress: All\r\n";
  private static final String ABSENT =
      "I am out of the office until further notice and have no access to my mail.";
  private static final EmailAddress CRM = new EmailAddress("crm@tools.example");

  private MailDesk desk;

  @BeforeEach
  void a_desk() {
    desk = new MailDesk(world);
  }

  @Test
  void a_colleagues_answer_reaches_the_rep_though_forwarding_fails_at_first() {
    publish(1, stoppingAt(StopOn.ACCOUNT_REPLY), EnrollmentExamples.version().steps());
    EnrollmentId id = enrolled();
    desk.refusals = 1;
    var text = mail("boss@prospect.example", "", "We are interested, call me.");

    assertThatThrownBy(() -> desk.comes("m1", TEAM, text)).isInstanceOf(StepwiseException.class);
    desk.read.read("m1");

    assertThat(state(id)).isEqualTo("stopped");
    assertThat(desk.told()).containsExactly(RITA);
  }

  @Test
  void an_enrollment_that_begins_while_the_contacts_answer_is_read_is_stopped_too() {
    EnrollmentId old = enrolled();
    done(world.move.stop(old, StopReason.STOPPED_BY_USER, world.admin()));
    EnrollmentId[] fresh = new EnrollmentId[1];
    desk.beforeReading = () -> fresh[0] = enrolled();

    desk.comes("m1", desk.replyTo(old), mail(ADA.value(), "", "Please call me."));

    assertThat(state(fresh[0])).isEqualTo("stopped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rita@example.com", "crm@tools.example"})
  void an_automatic_answer_of_our_own_side_neither_stops_nor_holds(String author) {
    copiesGoTo(CRM);
    EnrollmentId id = enrolled();

    desk.comes("m1", desk.replyTo(id), mail(author, AWAY, ABSENT));

    assertThat(state(id)).isEqualTo("active");
    assertThat(world.enrollment(id).holds().until()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rita@example.com", "crm@tools.example"})
  void words_of_our_own_side_never_suppress_the_contact(String author) {
    copiesGoTo(CRM);
    EnrollmentId id = enrolled();

    desk.comes("m1", desk.replyTo(id), mail(author, "", "Please take me off your list."));

    assertThat(state(id)).isEqualTo("paused");
    assertThat(world.memory.suppressions().find(ADA)).isEmpty();
  }

  @Test
  void header_fields_that_ses_left_out_of_its_event_lead_to_the_enrollment_all_the_same() {
    EnrollmentId id = enrolled();
    world.next();
    String sent = world.enrollment(id).messageIds().getLast();
    var text =
        mail("ada@home.example", "In-Reply-To: <" + sent + "@email.amazonses.com>\r\n", "Yes.");
    Receipt whole = desk.arrives("m1", TEAM, text, MailDesk.GOOD);
    Receipt cut =
        new Receipt("m1", whole.at(), whole.from(), List.of(TEAM), Headers.NONE, whole.verdicts());

    desk.read.read(desk.hear.hear(cut));

    assertThat(state(id)).isEqualTo("stopped");
    assertThat(desk.told()).containsExactly(RITA);
  }

  @Test
  void the_author_that_ses_left_out_of_its_event_is_believed_all_the_same() {
    EnrollmentId id = enrolled();
    Receipt whole = desk.arrives("m1", TEAM, mail(ADA.value(), "", "Call me."), MailDesk.GOOD);
    Receipt cut =
        new Receipt("m1", whole.at(), whole.from(), List.of(TEAM), Headers.NONE, whole.verdicts());

    desk.read.read(desk.hear.hear(cut));

    assertThat(state(id)).isEqualTo("stopped");
  }

  @Test
  void an_absence_that_is_told_while_a_claim_is_let_go_is_heeded() {
    EnrollmentId id = enrolled();
    StepDue due = wake();
    world.beforeReading =
        () -> {
          desk.comes("m1", desk.replyTo(id), mail(ADA.value(), AWAY, ABSENT));
          throw new IllegalStateException("DynamoDB is away");
        };

    assertThatThrownBy(() -> world.fire(due)).hasMessage("DynamoDB is away");

    assertThat(world.fire(due)).isEqualTo(Fired.STALE);
    assertThat(state(id)).isEqualTo("held");
    world.later(Duration.ofDays(13));
    world.sweep.sweep();
    assertThat(world.memory.timers().take(world.now)).isEmpty();
    world.next();
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void an_absence_that_is_told_while_an_outcome_is_unknown_is_heeded_by_the_next_attempt() {
    publish(UnknownOutcome.RESEND);
    EnrollmentId id = enrolled();
    world.memory.mailer().loseNextAnswer(new SendResult.Unknown("timeout"));
    world.next();
    desk.comes("m1", desk.replyTo(id), mail(ADA.value(), AWAY, ABSENT));

    world.later(Settings.DEFAULTS.unknownGrace());
    world.sweep.sweep();
    world.next();

    assertThat(world.fired).containsExactly(Fired.UNKNOWN, Fired.DECIDED);
    assertThat(state(id)).isEqualTo("held");
  }

  private static Settings stoppingAt(StopOn more) {
    Settings d = Settings.DEFAULTS;
    EnumSet<StopOn> stopOn = EnumSet.copyOf(d.stopOn());
    stopOn.add(more);
    return new Settings(
        d.timeZone(),
        d.windows(),
        d.threading(),
        stopOn,
        d.holidays(),
        d.onUnknownOutcome(),
        d.unknownGrace(),
        d.optOutLine(),
        d.outOfOffice(),
        d.softBounceLimit());
  }

  /** Rita's mails are copied to that address from now on. */
  private void copiesGoTo(EmailAddress copy) {
    Sender r = EnrollmentExamples.rita();
    Sender copying =
        new Sender(
            r.email(),
            r.name(),
            r.timeZone(),
            r.signature(),
            r.postalAddress(),
            r.pace(),
            r.bookingLink(),
            copy,
            r.subjects());
    world.memory.senders().save(Optional.of(r), copying);
  }
}
