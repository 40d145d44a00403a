package dev.stepwise.sequence;

import dev.stepwise.cadence.Windows;
import dev.stepwise.contact.Domain;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Freemail;
import dev.stepwise.sending.Limits;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a version behaves beside its steps. {@code unknownGrace} is how long the outcome of a send
 * may stay unknown before {@code onUnknownOutcome} decides; {@code softBounceLimit} is the number
 * of soft bounces that ends an enrollment; of the newest version {@code guardrails} pause the
 * sequence.
 */
public record Settings(
    ZoneRule timeZone,
    Windows windows,
    boolean threading,
    Set<StopOn> stopOn,
    HolidayRule holidays,
    UnknownOutcome onUnknownOutcome,
    Duration unknownGrace,
    boolean optOutLine,
    OutOfOffice outOfOffice,
    int softBounceLimit,
    Limits guardrails) {
  /** What settings a sequence has that names none. */
  public static final Settings DEFAULTS =
      new Settings(
          new ZoneRule.OfContact(),
          Windows.OFFICE_HOURS,
          true,
          EnumSet.complementOf(EnumSet.of(StopOn.ACCOUNT_REPLY)),
          HolidayRule.NONE,
          UnknownOutcome.ASK,
          Duration.ofMinutes(15),
          true,
          OutOfOffice.DEFAULTS,
          3);

  /**
   * The shortest grace, in which no function can still be sending: step-fire's time limit of 60 s
   * and a minute.
   */
  public static final Duration SHORTEST_GRACE = Duration.ofMinutes(2);

  /**
   * The company whose people's answers end this contact's enrollment; mailbox providers are none.
   */
  public Optional<Domain> account(EmailAddress contact) {
    return Optional.of(contact.domain())
        .filter(_ -> stopOn.contains(StopOn.ACCOUNT_REPLY))
        .filter(domain -> !Freemail.contains(domain));
  }

  public Settings {
    stopOn = Set.copyOf(stopOn);
  }

  /** Settings with the usual guardrails. */
  public Settings(
      ZoneRule timeZone,
      Windows windows,
      boolean threading,
      Set<StopOn> stopOn,
      HolidayRule holidays,
      UnknownOutcome onUnknownOutcome,
      Duration unknownGrace,
      boolean optOutLine,
      OutOfOffice outOfOffice,
      int softBounceLimit) {
    this(
        timeZone,
        windows,
        threading,
        stopOn,
        holidays,
        onUnknownOutcome,
        unknownGrace,
        optOutLine,
        outOfOffice,
        softBounceLimit,
        Limits.DEFAULTS);
  }
}
