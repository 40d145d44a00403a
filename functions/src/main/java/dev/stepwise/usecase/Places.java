package dev.stepwise.usecase;

import dev.stepwise.StaleVersionException;
import dev.stepwise.cadence.Due;
import dev.stepwise.cadence.Wait;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Itinerary;
import dev.stepwise.enrollment.Journeys;
import dev.stepwise.enrollment.State;
import dev.stepwise.pacing.Ledger;
import dev.stepwise.pacing.LedgerDay;
import dev.stepwise.pacing.Ledgers;
import dev.stepwise.pacing.Pace;
import dev.stepwise.pacing.Slot;
import dev.stepwise.pacing.Slots;
import dev.stepwise.sender.Sender;
import dev.stepwise.sender.Senders;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives mails their places among all mails of their sender. Most get theirs when their enrollment
 * begins, all of a call at once; a step that comes at another time asks for one when it is due.
 */
public record Places(Ledgers ledgers, Senders senders) {
  private static final System.Logger LOG = System.getLogger(Places.class.getName());

  /** How often places are looked for anew because others took some in between. */
  private static final int TRIES = 30;

  /** So many days to either side a place may count for a weekly cap. */
  private static final int WEEK = 8;

  private static final int AHEAD = 366;

  /** So much longer nobody waits for places that were given before. */
  private static final Duration MUCH = Duration.ofHours(12);

  /**
   * When each of them begins, with places for its mails, which are written down unless it is a dry
   * run; who begins under a pause has none, for nobody knows when it goes on.
   */
  Map<EnrollmentId, Itinerary> ahead(List<EnrollOne.Checked.Ready> ready, Enrolling call) {
    Sender sender = call.sender();
    List<Itinerary.Start> starts =
        ready.stream().map(one -> call.start(one.id(), one.good().contact())).toList();
    boolean stands = call.switches().off(call.now()).isPresent();
    if (!sender.pace().isFree() && !stands && !ready.isEmpty()) {
      for (int left = TRIES; left > 0; left--) {
        Ledger ledger = ahead(sender, call.now());
        List<Itinerary> all = Journeys.of(starts, sender.pace(), ledger);
        if (call.request().dryRun() || save(sender, ledger.changes())) {
          return named(ready, all);
        }
      }
      LOG.log(Level.WARNING, "no places ahead for {0} mails: too many calls", ready.size());
    }
    return named(ready, starts.stream().map(Itinerary::free).toList());
  }

  /** The places that the mails of one would have who began now; nothing is written. */
  Slots foreseen(Itinerary.Start start, Sender sender, Instant now) {
    if (sender.pace().isFree()) {
      return Slots.NONE;
    }
    Ledger ledger = ahead(sender, now);
    return Journeys.of(List.of(start), sender.pace(), ledger).getFirst().slots();
  }

  /** The days of the ledger that say whether this claimed mail may leave; none if that is sure. */
  static List<LocalDate> needed(Enrollment claimed, Instant now) {
    Slots slots = claimed.facts().slots();
    return slots.edition() == 0 || isInPlace(claimed, slots.edition(), now)
        ? List.of()
        : around(now, 1, 1);
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
      days = read(sender, around(now, WEEK, WEEK));
    }
    for (int left = TRIES; left > 0; left--) {
      Ledger ledger = Ledger.due(pace, sender.timeZone(), now, days);
      Optional<Instant> own = ledger.of(wanted.mail());
      if (own.isPresent() && new Slot(own.get(), Wait.CAP).isOpen(now)) {
        return Optional.empty();
      }
      if (!ledger.allows(wanted, now)) {
        return later(wanted, claimed, file, now);
      }
      ledger.book(wanted, now);
      if (save(sender, ledger.changesOfToday())) {
        return Optional.empty();
      }
      days = read(sender, around(now, WEEK, WEEK));
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
    for (int left = TRIES; left > 0; left--) {
      List<LedgerDay> days = read(sender, around(now, WEEK, AHEAD));
      Ledger ledger = Ledger.due(sender.pace(), sender.timeZone(), now, days);
      Ledger anew = Ledger.due(sender.pace().anew(), sender.timeZone(), now, days);
      Slot slot = next(ledger, wanted, file, now);
      if (isOwed(claimed) && slot.at().isAfter(next(anew, wanted, file, now).at().plus(MUCH))) {
        return toWaitFor(claimed, file.by(anew(sender)), now);
      }
      if (save(sender, ledger.changesOfToday())) {
        return Optional.of(slot);
      }
    }
    throw new StaleVersionException("the ledger of the sender");
  }

  private static Slot next(Ledger ledger, Ledger.Wanted wanted, CaseFile file, Instant now) {
    return ledger
        .book(wanted, new Due(now, Wait.DELAY), file.plan().cadence())
        .orElseGet(() -> new Slot(now.plus(Duration.ofDays(AHEAD)), Wait.CAP));
  }

  private static boolean isOwed(Enrollment claimed) {
    return claimed.thread() != null || !claimed.facts().slots().byStep().isEmpty();
  }

  /** The sender by a new edition of its pace, be it somebody else's who was faster. */
  private Sender anew(Sender sender) {
    for (int left = TRIES; left > 0; left--) {
      Sender now = senders.find(sender.email()).orElseThrow();
      if (now.pace().edition() != sender.pace().edition()) {
        return now;
      }
      try {
        Sender anew = now.with(now.pace().anew());
        senders.save(Optional.of(now), anew);
        return anew;
      } catch (StaleVersionException others) {
        LOG.log(Level.DEBUG, "a sender was changed meanwhile");
      }
    }
    throw new StaleVersionException("the sender");
  }

  /** Gives back what an enrollment that has ended will not need. Lost, it only is not used. */
  void release(Enrollment ended, Instant now) {
    Enrolled facts = ended.facts();
    facts
        .slots()
        .byStep()
        .forEach((step, slot) -> {
          if (slot.at().isAfter(now.plus(Pace.PRECISION))) {
            try {
              LocalDate date = LedgerDay.of(slot.at());
              LedgerDay day = ledgers.read(facts.sender(), date, date).getFirst();
              ledgers.save(facts.sender(), List.of(day.without(ended.mail(step), slot.at())));
            } catch (RuntimeException trouble) {
              LOG.log(Level.INFO, "a place of enrollment " + ended.id() + " stays taken", trouble);
            }
          }
        });
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

  private Ledger ahead(Sender sender, Instant now) {
    List<LedgerDay> days = read(sender, around(now, WEEK, AHEAD));
    return Ledger.ahead(sender.pace(), sender.timeZone(), now, days);
  }

  private List<LedgerDay> read(Sender sender, List<LocalDate> days) {
    return ledgers.read(sender.email(), days.getFirst(), days.getLast());
  }

  /** False when others took places meanwhile: some of these may be written all the same. */
  private boolean save(Sender sender, List<LedgerDay> days) {
    try {
      for (int i = 0; i < days.size(); i += Ledgers.MOST) {
        ledgers.save(sender.email(), days.subList(i, Math.min(i + Ledgers.MOST, days.size())));
      }
      return true;
    } catch (StaleVersionException others) {
      return false;
    }
  }

  private static List<LocalDate> around(Instant now, int back, int ahead) {
    LocalDate today = LedgerDay.of(now);
    return today.minusDays(back).datesUntil(today.plusDays(ahead + 1L)).toList();
  }

  private static Map<EnrollmentId, Itinerary> named(
      List<EnrollOne.Checked.Ready> ready, List<Itinerary> all) {
    Map<EnrollmentId, Itinerary> named = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      named.put(ready.get(i).id(), all.get(i));
    }
    return named;
  }
}
