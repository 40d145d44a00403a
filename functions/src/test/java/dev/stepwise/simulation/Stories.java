package dev.stepwise.simulation;

import dev.stepwise.cadence.Delay;
import dev.stepwise.cadence.Window;
import dev.stepwise.cadence.Windows;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.pacing.Pace;
import dev.stepwise.sender.Sender;
import dev.stepwise.sequence.Draft;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.Step;
import dev.stepwise.sequence.UnknownOutcome;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The sequences and people of a run. */
final class Stories {
  static final EmailAddress RITA = new EmailAddress("rita@example.com");

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final int PEOPLE = 5;
  private static final int CAP = 8;
  private static final Windows ALWAYS =
      Windows.of(new Window(Set.of(DayOfWeek.values()), 0, Window.MIDNIGHT));
  private static final Windows DAYTIME =
      Windows.of(new Window(Set.of(DayOfWeek.values()), 6 * 60, 21 * 60));

  private Stories() {}

  /** Who sends whenever it is time. */
  static Sender rita() {
    return rita(Pace.FREE);
  }

  static Sender rita(Pace pace) {
    return new Sender(RITA, "Rita Rep", ROME, "Rita", null, pace, null, null, Set.of("rita"));
  }

  /** In one run of three she has a cap and a gap. */
  static Pace pace(Chance chance) {
    return chance.oneIn(3)
        ? new Pace(CAP, 4 * CAP, Duration.ofMinutes(5), Duration.ofMinutes(2), null, 1)
        : Pace.FREE;
  }

  /** Some share a company. */
  static List<Contact> people() {
    return IntStream.range(0, PEOPLE).mapToObj(Stories::person).toList();
  }

  private static Contact person(int number) {
    EmailAddress email = new EmailAddress("p%d@firm%d.example".formatted(number, number / 2));
    return new Contact(email, "Person" + number, "Smith", "Firm", null, null, Map.of());
  }

  static SequenceId sequence(UnknownOutcome rule) {
    return new SequenceId(rule.wire());
  }

  /** What every mail of that version and step says of itself. */
  static String mark(int version, int step) {
    return "(version " + version + ", step " + step + ")";
  }

  /** Three mails and a task; versions differ in their words and, each second one, in the task. */
  static Draft draft(UnknownOutcome rule, int version) {
    Windows windows = rule == UnknownOutcome.ASK ? ALWAYS : DAYTIME;
    return new Draft(rule.wire(), RITA, settings(rule, windows), steps(version));
  }

  /** The steps of a maze: two mails, and a task or a mail. */
  static Draft three(Plot plot, int version) {
    Step last =
        plot.task()
            ? new Step.ManualTask("c", Delay.parse("PT2H"), Step.Kind.CALL, "Call", true)
            : new Step.Email("c", Delay.parse("PT2H"), true, null, mark(version, 3), null);
    Settings settings = settings(plot.rule(), ALWAYS);
    List<Step> steps = steps(version).subList(0, 2);
    return new Draft(plot.name(), RITA, settings, List.of(steps.getFirst(), steps.getLast(), last));
  }

  private static List<Step> steps(int version) {
    return List.of(
        new Step.Email("a", Delay.parse("PT0S"), false, "Hello", mark(version, 1), null),
        new Step.Email("b", Delay.parse("PT3H"), true, null, mark(version, 2), null),
        new Step.ManualTask(
            "c",
            Delay.parse("PT2H"),
            Step.Kind.CALL,
            "Call {{contact.firstName}}",
            version % 2 == 1),
        new Step.Email("d", Delay.parse("P1D"), true, null, mark(version, 4), null));
  }

  private static Settings settings(UnknownOutcome rule, Windows windows) {
    Settings d = Settings.DEFAULTS;
    boolean asks = rule == UnknownOutcome.ASK;
    return new Settings(
        d.timeZone(),
        windows,
        d.threading(),
        d.stopOn(),
        d.holidays(),
        rule,
        asks ? d.unknownGrace() : Duration.ofMinutes(3),
        d.optOutLine(),
        d.outOfOffice(),
        d.softBounceLimit());
  }
}
