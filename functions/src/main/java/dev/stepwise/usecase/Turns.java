package dev.stepwise.usecase;

import dev.stepwise.StaleVersionException;
import dev.stepwise.cadence.Due;
import dev.stepwise.cadence.Wait;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.State;
import dev.stepwise.pacing.Ledger;
import dev.stepwise.pacing.LedgerDay;
import dev.stepwise.pacing.Pace;
import dev.stepwise.pacing.Slot;
import dev.stepwise.pacing.Slots;
import dev.stepwise.sender.Sender;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whether a mail that is due may leave now among all mails of its sender, or when. */
record Turns(Places places) {
  private static final System.Logger LOG = System.getLogger(Turns.class.getName());

  /** So much longer nobody waits for places that were given before. */
  private static final Duration MUCH = Duration.ofHours(12);

  /** The days of the ledger that say whether this claimed mail may leave; none if that is sure. */
  static List<LocalDate> needed(Enrollment claimed, Instant now) {
    Slots slots = claimed.facts().slots();
    return slots.edition() == 0 || isInPlace(claimed, slots.edition(), now)
        ? List.of()
        : Places.around(now, 1, 1);
  }

  /** The place that a claimed mail has to wait for; none if it may leave now. */
  Optional<Slot> toWaitFor(Enrollment claimed, CaseFile file, Instant now) {
    Sender sender = file.dossier().sender();
    Pace pace = sender.pace();
    if (pace.isFree() || isInPlace(claimed, pace.edition(), now)) {
      return Optional.empty();
    }
    var wanted = new Ledger.Wanted(mail(claimed), claimed.thread() == null);
    List<LedgerDay> days = file.dossier().booked();
    if (days.isEmpty() || pace.weeklyCap() != null) {
      days = places.read(sender, Places.around(now, Ledger.WEEK, Ledger.WEEK));
    }
    for (int left = Places.TRIES; left > 0; left--) {
      Ledger ledger = Ledger.due(pace, sender.timeZone(), now, days);
      Optional<Instant> own = ledger.of(wanted.mail());
      if (own.isPresent() && new Slot(own.get(), Wait.CAP).isOpen(now)) {
        return Optional.empty();
      }
      if (!ledger.allows(wanted, now)) {
        return later(wanted, claimed, file, now);
      }
      ledger.book(wanted, now);
      if (places.save(sender, ledger.changesOfToday())) {
        return Optional.empty();
      }
      days = places.read(sender, Places.around(now, Ledger.WEEK, Ledger.WEEK));
    }
    throw new StaleVersionException("the ledger of the sender");
  }

  /**
   * A mail that had a place, or that follows in a thread, does not go behind all who were given
   * theirs meanwhile: when it would have to wait much longer for them, all places to come are given
   * anew, each when its mail is due.
   */
  private Optional<Slot> later(
      Ledger.Wanted wanted, Enrollment claimed, CaseFile file, Instant now) {
    Sender sender = file.dossier().sender();
    for (int left = Places.TRIES; left > 0; left--) {
      List<LedgerDay> days = places.read(sender, Places.around(now, Ledger.WEEK, Places.AHEAD));
      Ledger ledger = Ledger.due(sender.pace(), sender.timeZone(), now, days);
      Ledger anew = Ledger.due(sender.pace().anew(), sender.timeZone(), now, days);
      Slot slot = next(ledger, wanted, file, now);
      if (isOwed(claimed) && slot.at().isAfter(next(anew, wanted, file, now).at().plus(MUCH))) {
        return toWaitFor(claimed, file.by(anew(sender)), now);
      }
      if (places.save(sender, ledger.changesOfToday())) {
        return Optional.of(slot);
      }
    }
    throw new StaleVersionException("the ledger of the sender");
  }

  private static Slot next(Ledger ledger, Ledger.Wanted wanted, CaseFile file, Instant now) {
    return ledger
        .book(wanted, new Due(now, Wait.DELAY), file.plan().cadence())
        .orElseGet(() -> new Slot(now.plus(Duration.ofDays(Places.AHEAD)), Wait.CAP));
  }

  private static boolean isOwed(Enrollment claimed) {
    return claimed.thread() != null || !claimed.facts().slots().byStep().isEmpty();
  }

  /** The sender by a new edition of its pace, be it somebody else's who was faster. */
  private Sender anew(Sender sender) {
    for (int left = Places.TRIES; left > 0; left--) {
      Sender now = places.senders().find(sender.email()).orElseThrow();
      if (now.pace().edition() != sender.pace().edition()) {
        return now;
      }
      try {
        Sender anew = now.with(now.pace().anew());
        places.senders().save(Optional.of(now), anew);
        return anew;
      } catch (StaleVersionException others) {
        LOG.log(Level.DEBUG, "a sender was changed meanwhile");
      }
    }
    throw new StaleVersionException("the sender");
  }

  /** True while it may leave in the place that it was given when its enrollment began. */
  private static boolean isInPlace(Enrollment claimed, int edition, Instant now) {
    Slots slots = claimed.facts().slots();
    return slots.edition() == edition
        && claimed.state() instanceof State.Active s
        && slots
            .of(s.step())
            .filter(slot -> slot.at().equals(s.due().at()) && slot.isOpen(now))
            .isPresent();
  }

  private static String mail(Enrollment claimed) {
    return claimed.mail(claimed.step().orElseThrow());
  }
}
