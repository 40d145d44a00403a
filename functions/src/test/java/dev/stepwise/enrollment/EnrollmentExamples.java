package dev.stepwise.enrollment;

import static dev.stepwise.cadence.CadenceExamples.noonInRome;

import dev.stepwise.cadence.Cadence;
import dev.stepwise.cadence.CadenceExamples;
import dev.stepwise.cadence.Delay;
import dev.stepwise.cadence.Due;
import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.pacing.Pace;
import dev.stepwise.sender.Sender;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.Step;
import dev.stepwise.sequence.Version;
import dev.stepwise.task.Task;
import dev.stepwise.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Enrollments of Ada in every state, on four steps: email, reply, call, reply; two days apart. */
public final class EnrollmentExamples {
  public static final EnrollmentId ID = new EnrollmentId("e1");
  public static final SequenceId SEQUENCE = new SequenceId("s1");
  public static final TaskId CALL = TaskId.of("e1", 3);
  public static final By REP = new By("rita", noonInRome().plusSeconds(3_600));

  private EnrollmentExamples() {}

  public static Contact ada() {
    return new Contact(
        new EmailAddress("ada@prospect.example"), "Ada", "Byron", "Engines", null, null, Map.of());
  }

  public static Sender rita() {
    return new Sender(
        new EmailAddress("rita@example.com"),
        "Rita Rep",
        CadenceExamples.ROME,
        "Rita\nExample Ltd",
        null,
        Pace.FREE,
        null,
        null,
        Set.of("rita"));
  }

  public static Step.Email opening(String id, String subject, String text) {
    return new Step.Email(id, Delay.parse("PT0S"), false, subject, text, null);
  }

  public static Step.Email reply(String id, String text) {
    return new Step.Email(id, Delay.parse("P2D"), true, null, text, null);
  }

  public static Step.ManualTask call(boolean wait) {
    String title = "Call {{contact.firstName}}";
    return new Step.ManualTask("c", Delay.parse("P2D"), Step.Kind.CALL, title, wait);
  }

  public static Version version() {
    return version(
        opening("a", "Hello {{contact.firstName|there}}", "Dear {{contact.firstName}}, hello."),
        reply("b", "Did you see this?"),
        call(true),
        reply("d", "Goodbye."));
  }

  public static Version version(Step... steps) {
    return new Version(SEQUENCE, 1, Settings.DEFAULTS, List.of(steps), noonInRome());
  }

  /** Any day, any hour, in Rome. */
  public static Plan plan() {
    return new Plan(version(), CadenceExamples.anyTimeIn(CadenceExamples.ROME));
  }

  static Plan officeHoursPlan() {
    Cadence cadence = CadenceExamples.officeHoursIn(CadenceExamples.ROME);
    return new Plan(version(), cadence);
  }

  public static Enrollment activeAtStep(int step) {
    return at(new State.Active(step, new Due(noonInRome(), Wait.DELAY)), null);
  }

  /** Its contact is away for a week. */
  public static Enrollment heldAtStep(int step) {
    Instant until = noonInRome().plus(Duration.ofDays(7));
    return at(new State.Active(step, new Due(until, Wait.HOLD)), null)
        .held(Holds.NONE.until(until));
  }

  /** Its mail is just leaving. */
  public static Enrollment sendingStep(int step) {
    return at(activeAtStep(step).state(), claim(step));
  }

  static Enrollment pausedAtStep(int step) {
    return at(paused(step, null, State.Paused.Reason.BY_USER), null);
  }

  static Enrollment pausedWhileSending(int step) {
    return at(paused(step, null, State.Paused.Reason.BY_USER), claim(step));
  }

  static Enrollment pausedOverItsTask() {
    return at(paused(3, CALL, State.Paused.Reason.BY_USER), null);
  }

  /** Nobody can tell whether its mail went out; the rep is asked. */
  static Enrollment askingAtStep(int step) {
    return at(paused(step, null, State.Paused.Reason.UNKNOWN_SEND), claim(step));
  }

  /** The rep has to look at an answer. */
  static Enrollment unclearAtStep(int step) {
    return at(paused(step, null, State.Paused.Reason.UNCLEAR_ANSWER), null);
  }

  /** The rep has to say whether its step is done all the same. */
  static Enrollment tooLateForStep(int step) {
    return at(paused(step, null, State.Paused.Reason.EXPIRED), null);
  }

  static Enrollment awaitingItsTask() {
    return at(new State.AwaitingTask(3, CALL), null);
  }

  static Enrollment failedAtStep(int step) {
    return at(new State.Failed(step, Wait.MISSING_TOKEN, "missing_token: x"), null);
  }

  static Enrollment finished() {
    return at(new State.Finished(), null);
  }

  static Enrollment stopped() {
    return at(new State.Stopped(StopReason.REPLIED), null);
  }

  static Enrollment stoppedWhileSending(int step) {
    return at(new State.Stopped(StopReason.REPLIED), claim(step));
  }

  /** SES tells that it accepted the mail of the claim that is open. */
  public static Change accepted(Enrollment e, String messageId) {
    Claim claim = Objects.requireNonNull(e.claim());
    MailReport.Mail mail = new MailReport.Mail(claim.step(), claim.attempt(), messageId);
    MailReport sent = new MailReport(mail, new MailReport.News.Sent(), REP);
    return ((Decision.Changed) MailReports.heard(e, sent, Integer.MAX_VALUE)).change();
  }

  static Claim claim(int step) {
    return new Claim("claim", step, 3, noonInRome());
  }

  static Task task() {
    return new Task(
        CALL,
        ada().email(),
        rita().email(),
        Step.Kind.CALL,
        "Call Ada",
        Task.State.OPEN,
        noonInRome(),
        REP.at());
  }

  /** Standing still because its sender is paused, five hours before its step. */
  public static Enrollment switchedOffAtStep(int step) {
    return at(switchedOff(step, null), null);
  }

  public static Enrollment switchedOffWhileSending(int step) {
    return at(switchedOff(step, null), claim(step));
  }

  public static Enrollment switchedOffOverItsTask() {
    return at(switchedOff(3, CALL), null);
  }

  private static State switchedOff(int step, @Nullable TaskId task) {
    Duration rest = task == null ? Duration.ofHours(5) : Duration.ZERO;
    return new State.Paused(step, rest, task, State.Paused.Reason.SENDER);
  }

  public static Enrolled facts() {
    return new Enrolled(ID, SEQUENCE, 1, ada().email(), rita().email(), Instant.EPOCH, false);
  }

  private static State paused(int step, @Nullable TaskId task, State.Paused.Reason reason) {
    Duration rest = reason == State.Paused.Reason.BY_USER ? Duration.ofHours(5) : Duration.ZERO;
    return new State.Paused(step, task == null ? rest : Duration.ZERO, task, reason);
  }

  private static Enrollment at(State state, @Nullable Claim claim) {
    boolean waits =
        state instanceof State.AwaitingTask
            || (state instanceof State.Paused p && p.task() != null);
    Entry entry = Entry.of(noonInRome().minusSeconds(60), Entry.Type.ENROLLED, 1, "version 1");
    return new Enrollment(
        facts(),
        10,
        5,
        3,
        state,
        claim,
        null,
        waits ? List.of(CALL) : List.of(),
        Holds.NONE,
        List.of(entry));
  }
}
