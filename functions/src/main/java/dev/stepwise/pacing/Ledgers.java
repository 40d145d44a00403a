package dev.stepwise.pacing;

import dev.stepwise.contact.EmailAddress;
import java.time.LocalDate;
import java.util.List;

/** The ledgers of all senders, day by day. Reads are strong. */
public interface Ledgers {
  /** How many days are written at once at most. */
  int MOST = 90;

  /** Every day from the first to the last, both included; those that are not stored are empty. */
  List<LedgerDay> read(EmailAddress sender, LocalDate first, LocalDate last);

  /**
   * Writes these days, at most {@link #MOST}, each at its next revision: all of them, or none and
   * throws StaleVersion when one was written since it was read. The same said twice is done once.
   */
  void save(EmailAddress sender, List<LedgerDay> days);
}
