package dev.stepwise.pacing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The places of one sender's mails on one day in UTC; {@code revision} 0 is not stored yet. */
public record LedgerDay(LocalDate date, int revision, List<Booking> bookings) {
  public LedgerDay {
    bookings = List.copyOf(bookings);
  }

  /** A day without bookings. */
  public static LedgerDay empty(LocalDate date) {
    return new LedgerDay(date, 0, List.of());
  }

  /** The same without that mail's place at that instant; it may have had another one since. */
  public LedgerDay without(String mail, Instant at) {
    return new LedgerDay(
        date,
        revision,
        bookings.stream().filter(b -> !(b.mail().equals(mail) && b.at().equals(at))).toList());
  }

  /** When that day begins. */
  public static Instant start(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The day that holds the places at that instant. */
  public static LocalDate of(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
