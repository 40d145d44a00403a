package dev.stepwise.memory;

import dev.stepwise.StaleVersionException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.pacing.LedgerDay;
import dev.stepwise.pacing.Ledgers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ledgers in memory. */
final class MemoryLedgers implements Ledgers {
  private final Map<EmailAddress, Map<LocalDate, LedgerDay>> ledgers = new HashMap<>();

  @Override
  public synchronized List<LedgerDay> read(EmailAddress sender, LocalDate first, LocalDate last) {
    return first.datesUntil(last.plusDays(1)).map(date -> day(sender, date)).toList();
  }

  @Override
  public synchronized void save(EmailAddress sender, List<LedgerDay> days) {
    if (days.stream().allMatch(day -> day(sender, day.date()).equals(next(day)))) {
      return;
    }
    for (LedgerDay day : days) {
      if (day(sender, day.date()).revision() != day.revision()) {
        throw new StaleVersionException("the ledger of sender " + sender);
      }
    }
    days.forEach(
        day -> ledgers.computeIfAbsent(sender, _ -> new HashMap<>()).put(day.date(), next(day)));
  }

  synchronized LedgerDay day(EmailAddress sender, LocalDate date) {
    return ledgers.getOrDefault(sender, Map.of()).getOrDefault(date, LedgerDay.empty(date));
  }

  private static LedgerDay next(LedgerDay day) {
    return new LedgerDay(day.date(), day.revision() + 1, day.bookings());
  }

  @Override
  public synchronized String toString() {
    return ledgers.toString();
  }
}
