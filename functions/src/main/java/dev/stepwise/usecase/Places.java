package dev.stepwise.usecase;

import dev.stepwise.StaleVersionException;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Itinerary;
import dev.stepwise.enrollment.Journeys;
import dev.stepwise.pacing.Ledger;
import dev.stepwise.pacing.LedgerDay;
import dev.stepwise.pacing.Ledgers;
import dev.stepwise.pacing.Pace;
import dev.stepwise.pacing.Slots;
import dev.stepwise.sender.Sender;
import dev.stepwise.sender.Senders;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives mails their places among all mails of their sender when their enrollments begin, all of a
 * call at once; a step that comes at another time asks {@link Turns} for one when it is due.
 */
public record Places(Ledgers ledgers, Senders senders) {
  private static final System.Logger LOG = System.getLogger(Places.class.getName());

  /** How often places are looked for anew because others took some in between. */
  static final int TRIES = 30;

  static final int AHEAD = 366;

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

  private Ledger ahead(Sender sender, Instant now) {
    List<LedgerDay> days = read(sender, around(now, Ledger.WEEK, AHEAD));
    return Ledger.ahead(sender.pace(), sender.timeZone(), now, days);
  }

  List<LedgerDay> read(Sender sender, List<LocalDate> days) {
    return ledgers.read(sender.email(), days.getFirst(), days.getLast());
  }

  /** False when others took places meanwhile: some of these may be written all the same. */
  boolean save(Sender sender, List<LedgerDay> days) {
    try {
      for (int i = 0; i < days.size(); i += Ledgers.MOST) {
        ledgers.save(sender.email(), days.subList(i, Math.min(i + Ledgers.MOST, days.size())));
      }
      return true;
    } catch (StaleVersionException others) {
      return false;
    }
  }

  static List<LocalDate> around(Instant now, int back, int ahead) {
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
