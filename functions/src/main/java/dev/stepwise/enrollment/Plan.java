package dev.stepwise.enrollment;

import dev.stepwise.cadence.Cadence;
import dev.stepwise.cadence.Delay;
import dev.stepwise.cadence.Due;
import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.Contact;
import dev.stepwise.pacing.Slot;
import dev.stepwise.pacing.Slots;
import dev.stepwise.sender.Sender;
import dev.stepwise.sequence.Expiry;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What one enrollment has before it: its version's steps by the clock of its zone. */
public record Plan(Version version, Cadence cadence) {
  /** A place later than this was for other times: the step looks for a new one. */
  private static final Duration AS_FORESEEN = Duration.ofDays(7);

  /** What is left of a window that cannot take a crowd. */
  private static final Duration NEARLY_OVER = Duration.ofHours(1);

  /** The plan of this contact with this sender. */
  public static Plan of(Version version, Contact contact, Sender sender) {
    Settings settings = version.settings();
    return new Plan(
        version,
        new Cadence(
            settings.windows(),
            settings.holidays().keptFor(contact),
            settings.timeZone().zone(contact, sender).zone()));
  }

  /** Enrolled: at the first step after its delay, at a later step at once, or not before a date. */
  public State.Active begin(int step, Instant start, Wait why) {
    return new State.Active(step, later(cadence.after(start, delayAtStart(step)), why));
  }

  /** Who begins at a later step does not wait for its delay, but for its date. */
  Delay delayAtStart(int step) {
    Delay delay = version.step(step).delay();
    return step == 1 ? delay : delay.atStart();
  }

  /** The step is due again as soon as its window and the enrollment's holds allow. */
  State.Active again(Enrollment e, int step, Instant notBefore, Wait why) {
    return new State.Active(step, heeding(e, cadence.fit(notBefore, why)));
  }

  /**
   * The same step, so far into what is left of the window in which it is due; into the next one too
   * where that is nearly over.
   */
  State.Active spread(State.Active s, double share) {
    Instant from = s.due().at();
    Instant close = cadence.closes(from);
    long open = Duration.between(from, close).toMillis();
    Instant next = cadence.fit(close, Wait.DELAY).at();
    boolean isEnough = open >= NEARLY_OVER.toMillis();
    long more = isEnough ? 0 : Duration.between(next, cadence.closes(next)).toMillis();
    long place = (long) ((open + more) * share);
    Instant at = place < open ? from.plusMillis(place) : next.plusMillis(place - open);
    return new State.Active(s.step(), new Due(at, s.due().why()));
  }

  /** True when the step of this enrollment may be done at that instant, or at its due time. */
  public boolean allows(Enrollment e, Instant now) {
    Instant due = e.state() instanceof State.Active active ? active.due().at() : now;
    return cadence.allows(now.isBefore(due) ? due : now);
  }

  /**
   * What becomes of the step if it comes too late now, counted from when its window first let it be
   * done; the window is today's, for a zone may have been corrected since.
   */
  public Optional<Expiry.Then> late(Enrollment e, Instant now) {
    return e.state() instanceof State.Active s
        ? version
            .step(s.step())
            .expired(cadence.fit(s.promised(), Wait.DELAY).at(), now, cadence.zone())
        : Optional.empty();
  }

  /** What comes after a step that was done at {@code done}. */
  State after(Enrollment e, int step, Instant done) {
    return step == version.last() ? new State.Finished() : following(e, step + 1, done);
  }

  /** That step, when the one before it was done at {@code done}. */
  State.Active following(Enrollment e, int step, Instant done) {
    return new State.Active(
        step, placed(e, step, heeding(e, cadence.after(done, version.step(step).delay()))));
  }

  /** In the place that its mail was given, if the step comes about as was foreseen then. */
  private Due placed(Enrollment e, int step, Due due) {
    return place(e.facts().slots(), step, due.at()).map(Slot::due).orElse(due);
  }

  /** The place of that step's mail among these, if it will do for a step that is due then. */
  Optional<Slot> place(Slots slots, int step, Instant due) {
    return slots
        .of(step)
        .filter(slot -> !slot.at().isBefore(due))
        .filter(slot -> slot.at().isBefore(due.plus(AS_FORESEEN)))
        .filter(slot -> cadence.allows(slot.at()));
  }

  /** The same step at its due time, or when the window next opens after it. */
  State.Active kept(Enrollment e, State.Active s) {
    Wait why =
        switch (s.due().why()) {
          case WINDOW, WEEKEND, HOLIDAY -> Wait.DELAY;
          default -> s.due().why();
        };
    return new State.Active(s.step(), heeding(e, cadence.fit(s.due().at(), why)));
  }

  /** Not before the contact is back: then in the window, and for no other reason than the hold. */
  private Due heeding(Enrollment e, Due due) {
    Instant until = e.holds().until();
    return until == null || !until.isAfter(due.at())
        ? due
        : new Due(cadence.fit(until, Wait.HOLD).at(), Wait.HOLD);
  }

  private static Due later(Due due, Wait why) {
    return due.why() == Wait.DELAY ? new Due(due.at(), why) : due;
  }
}
