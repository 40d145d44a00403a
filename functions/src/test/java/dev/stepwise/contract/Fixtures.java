package dev.stepwise.contract;

import dev.stepwise.cadence.Cadence;
import dev.stepwise.cadence.Delay;
import dev.stepwise.cadence.Due;
import dev.stepwise.cadence.Holidays;
import dev.stepwise.cadence.Wait;
import dev.stepwise.cadence.Window;
import dev.stepwise.cadence.Windows;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Country;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.By;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Decision;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments.ClaimRequest;
import dev.stepwise.enrollment.Enrollments.Entrance;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.Plan;
import dev.stepwise.enrollment.State;
import dev.stepwise.pacing.Pace;
import dev.stepwise.sender.Sender;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.Step;
import dev.stepwise.sequence.Version;
import dev.stepwise.task.Task;
import dev.stepwise.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Things to store. */
public final class Fixtures {
  /** A Monday at noon in UTC. */
  public static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  public static final EmailAddress REP = new EmailAddress("rep@example.com");
  public static final EmailAddress ADA = new EmailAddress("ada@prospect.example");
  public static final SequenceId SEQUENCE = new SequenceId("q4followup0000000000000000");
  public static final By BY_REP = new By("auth0|rep%1", NOON);

  private Fixtures() {}

  public static Sender rep() {
    return new Sender(
        REP,
        "Rita Rep",
        ZoneId.of("Europe/Rome"),
        "Rita\nStepwise",
        "1 Main Street",
        Pace.daily(50),
        null,
        new EmailAddress("crm@example.com"),
        Set.of("auth0|rita", "rita-2"));
  }

  /** The same, whose mails leave whenever they are due. */
  public static Sender unpaced() {
    return new Sender(
        REP,
        "Rita Rep",
        ZoneId.of("Europe/Rome"),
        null,
        null,
        Pace.FREE,
        null,
        null,
        Set.of("auth0|rita"));
  }

  public static Contact ada() {
    return new Contact(
        ADA,
        "Ada",
        null,
        "Prospect",
        ZoneId.of("Asia/Tokyo"),
        new Country("JP"),
        Map.of("city", "Tokyo", "x", ""));
  }

  public static Enrolled facts(String id, EmailAddress contact) {
    return new Enrolled(new EnrollmentId(id), SEQUENCE, 1, contact, REP, NOON, false);
  }

  /** Active at its first step, which is due. */
  public static Enrollment enrolled(String id, EmailAddress contact) {
    return enrolled(facts(id, contact), new State.Active(1, new Due(NOON, Wait.DELAY)));
  }

  public static Enrollment enrolled(Enrolled facts, State state) {
    return Enrollment.begin(facts, state, Entry.of(NOON, Entry.Type.ENROLLED, 1, "by | import"));
  }

  public static Entrance entrance(Enrollment e) {
    return new Entrance(e, Contact.of(e.facts().contact()), Map.of(), null, null, null);
  }

  public static ClaimRequest claimOf(Enrollment e, String claimId) {
    return new ClaimRequest(e.id(), e.generation(), e.step().orElse(1), claimId, NOON);
  }

  /** What a decision wants written. */
  public static Change change(Decision decision) {
    return ((Decision.Changed) decision).change();
  }

  /** Emails at 1, 3, 4, 5 and a call at 2, a day apart, at any hour. */
  public static Version version() {
    Delay day = new Delay.Elapsed(1, Duration.ZERO);
    return new Version(
        SEQUENCE,
        1,
        Settings.DEFAULTS,
        List.of(
            new Step.Email("s1", day, false, "Hello {{contact.firstName|there}}", "Hi", null),
            new Step.ManualTask("s2", day, Step.Kind.CALL, "Call Ada", true),
            new Step.Email("s3", new Delay.BusinessDays(3), true, null, "Again", "<p>Again</p>"),
            new Step.Email("s4", day, true, null, "Once more", null),
            new Step.Email("s5", day, true, null, "Goodbye", null)),
        NOON);
  }

  public static Plan plan() {
    Windows always =
        Windows.of(new Window(Set.of(java.time.DayOfWeek.values()), 0, Window.MIDNIGHT));
    return new Plan(version(), new Cadence(always, Holidays.NONE, ZoneOffset.UTC));
  }

  public static Task call(Enrollment e, Instant dueAt) {
    return new Task(
        TaskId.of(e.id().value(), e.step().orElseThrow()),
        e.facts().contact(),
        e.facts().sender(),
        Step.Kind.CALL,
        "Call Ada",
        Task.State.OPEN,
        dueAt,
        NOON);
  }

  public static Sequence sequence(String id, Instant at) {
    SequenceId name = new SequenceId(id);
    Version first = new Version(name, 1, Settings.DEFAULTS, version().steps(), at);
    return new Sequence(name, "Q4 follow-up", REP, Sequence.Status.ACTIVE, first, at, at, null);
  }

  public static Suppression suppression(String target) {
    return new Suppression(target, Suppression.Reason.UNSUBSCRIBED, NOON, "contact", null);
  }
}
