package dev.stepwise.aws;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.pacing.Booking;
import dev.stepwise.pacing.LedgerDay;
import dev.stepwise.pacing.Pace;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The codec of ledgers' days. A booking is 9 bytes, so that a day of 100 mails is one write unit:
 * its mail, which is a number to the base of 36, and the second of the day with the edition.
 */
final class LedgerDayItem {
  static final String REVISION = "rv";
  private static final int FORMAT = 1;
  private static final String BOOKINGS = "b";

  /** As long as a place may count for a weekly cap, and some more. */
  private static final Duration KEPT = Duration.ofDays(10);

  private static final int BASE = 36;
  private static final int LENGTH = 9;

  private LedgerDayItem() {}

  /** The day as it is to be stored, at the revision after the one that was read. */
  static Map<String, AttributeValue> next(EmailAddress sender, LedgerDay day) {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH * day.bookings().size());
    day.bookings().forEach(booking -> write(booking, day.date(), bytes));
    return ItemWriter.at(Key.ledger(sender, day.date()), FORMAT)
        .number(REVISION, day.revision() + 1)
        .put(BOOKINGS, AttributeValue.fromB(SdkBytes.fromByteArray(bytes.array())))
        .seconds("ttl", LedgerDay.start(day.date()).plus(KEPT))
        .done();
  }

  static LedgerDay read(Item stored) {
    Item item = stored.inFormat(FORMAT);
    LocalDate date = LocalDate.parse(item.text(Key.SK).substring("DAY#".length()));
    ByteBuffer bytes = item.bytes(BOOKINGS);
    if (bytes.remaining() % LENGTH != 0) {
      throw item.unreadable(BOOKINGS);
    }
    List<Booking> bookings = new ArrayList<>();
    while (bytes.hasRemaining()) {
      bookings.add(read(bytes, date));
    }
    return new LedgerDay(date, item.number(REVISION), bookings);
  }

  private static void write(Booking b, LocalDate date, ByteBuffer to) {
    long mail = Long.parseLong(b.mail(), BASE);
    long second = Duration.between(LedgerDay.start(date), b.at()).toSeconds();
    to.put((byte) (mail >>> Integer.SIZE))
        .putInt((int) mail)
        .putInt((int) second * Pace.EDITIONS + b.edition() % Pace.EDITIONS);
  }

  private static Booking read(ByteBuffer from, LocalDate date) {
    long mail = Byte.toUnsignedLong(from.get()) << Integer.SIZE;
    String digits = Long.toString(mail | Integer.toUnsignedLong(from.getInt()), BASE);
    int rest = from.getInt();
    return new Booking(
        "0".repeat(Booking.NAME - digits.length()) + digits,
        LedgerDay.start(date).plusSeconds(rest / Pace.EDITIONS),
        rest % Pace.EDITIONS);
  }
}
