package dev.stepwise.aws;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.pacing.Booking;
import dev.stepwise.pacing.LedgerDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The codec of ledgers' days. A booking is 14 characters, so that a day of 60 mails is one write
 * unit: the mail, the second of the day and the edition, both to the base of 36.
 */
final class LedgerDayItem {
  static final String REVISION = "rv";
  private static final int FORMAT = 1;
  private static final String BOOKINGS = "b";

  /** As long as a place may count for a weekly cap, and some more. */
  private static final Duration KEPT = Duration.ofDays(10);

  private static final int MAIL = 8;
  private static final int SECOND = 12;
  private static final int LENGTH = 14;
  private static final int BASE = 36;

  private LedgerDayItem() {}

  /** The day as it is to be stored, at the revision after the one that was read. */
  static Map<String, AttributeValue> next(EmailAddress sender, LedgerDay day) {
    StringBuilder text = new StringBuilder();
    day.bookings().forEach(booking -> text.append(write(booking)));
    return ItemWriter.at(Key.ledger(sender, day.date()), FORMAT)
        .number(REVISION, day.revision() + 1)
        .text(BOOKINGS, text.toString())
        .seconds("ttl", LedgerDay.start(day.date()).plus(KEPT))
        .done();
  }

  static LedgerDay read(Item stored) {
    Item item = stored.inFormat(FORMAT);
    LocalDate date = LocalDate.parse(item.text(Key.SK).substring("DAY#".length()));
    String text = item.text(BOOKINGS);
    List<Booking> bookings = new ArrayList<>();
    for (int i = 0; i + LENGTH <= text.length(); i += LENGTH) {
      bookings.add(read(text.substring(i, i + LENGTH), LedgerDay.start(date), item));
    }
    return new LedgerDay(date, item.number(REVISION), bookings);
  }

  private static String write(Booking b) {
    long second = b.at().getEpochSecond() - LedgerDay.start(LedgerDay.of(b.at())).getEpochSecond();
    return b.mail() + digits(second, SECOND - MAIL) + digits(b.edition(), LENGTH - SECOND);
  }

  private static Booking read(String text, Instant start, Item item) {
    try {
      return new Booking(
          text.substring(0, MAIL),
          start.plusSeconds(Long.parseLong(text.substring(MAIL, SECOND), BASE)),
          Integer.parseInt(text.substring(SECOND), BASE));
    } catch (NumberFormatException _) {
      throw item.unreadable("booking");
    }
  }

  private static String digits(long number, int length) {
    String digits = Long.toString(number, BASE);
    return "0".repeat(length - digits.length()) + digits;
  }
}
