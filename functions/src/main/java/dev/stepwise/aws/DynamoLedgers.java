package dev.stepwise.aws;

import dev.stepwise.StaleVersionException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.pacing.LedgerDay;
import dev.stepwise.pacing.Ledgers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Ledgers in the table, beside their senders: an item a day, which goes by itself afterwards. */
record DynamoLedgers(Table table) implements Ledgers {
  @Override
  public List<LedgerDay> read(EmailAddress sender, LocalDate first, LocalDate last) {
    Map<LocalDate, LedgerDay> stored =
        table.between(Key.ledger(sender, first), Key.ledger(sender, last)).stream()
            .map(LedgerDayItem::read)
            .collect(Collectors.toMap(LedgerDay::date, Function.identity()));
    return first
        .datesUntil(last.plusDays(1))
        .map(date -> stored.getOrDefault(date, LedgerDay.empty(date)))
        .toList();
  }

  @Override
  public void save(EmailAddress sender, List<LedgerDay> days) {
    if (days.size() == 1) {
      put(sender, days.getFirst());
      return;
    }
    try {
      table.transact(
          days.stream()
              .map(day -> table.putting(LedgerDayItem.next(sender, day), unchanged(day)))
              .toList());
    } catch (TransactionCanceledException _) {
      throw stale();
    }
  }

  private void put(EmailAddress sender, LedgerDay day) {
    if (!table.putOnce(LedgerDayItem.next(sender, day), unchanged(day))) {
      throw stale();
    }
  }

  private static Expression unchanged(LedgerDay day) {
    return day.revision() == 0
        ? Expression.ABSENT
        : Expression.of("#rv = :rv").with(LedgerDayItem.REVISION, day.revision());
  }

  private static StaleVersionException stale() {
    return new StaleVersionException("the ledger of a sender");
  }
}
